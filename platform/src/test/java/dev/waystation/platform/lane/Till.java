package dev.waystation.platform.lane;

import dev.waystation.lane.Lane;
import dev.waystation.lane.LaneSettings;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The process that is killed: serves a till on a lane and writes down what it acknowledged. */
final class Till {

    private static final int CLIENTS = 8;
    private static final int COMMANDS_PER_CLIENT = 50;

    private Till() {}

    /** Arguments: url, user, password, stream, fault place, visits, file, hasty or honest. */
    public static void main(String[] arguments) throws Exception {
        String stream = arguments[3];
        FaultPoint fault =
                new FaultPoint(
                        FaultPoint.Place.valueOf(arguments[4]), Integer.parseInt(arguments[5]));
        boolean hasty = arguments[7].equals("hasty");
        try (OutputStream told = new FileOutputStream(arguments[6]);
                Connection connection =
                        DriverManager.getConnection(arguments[0], arguments[1], arguments[2])) {
            TillDesk honest = new TillDesk(connection, stream, fault);
            var desk = hasty ? new HastyDesk(honest, command -> tell(told, command)) : honest;
            try (Lane<String, Long> lane = Lane.open(LaneSettings.named(stream), desk);
                    ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int client = 0; client < CLIENTS; client++) {
                    String name = "c" + client;
                    clients.execute(() -> serve(lane, name, hasty, told));
                }
            }
        }
    }

    /** All commands there are, so that the test can repeat the unknown ones. */
    static java.util.List<String> commands() {
        java.util.List<String> all = new java.util.ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            for (int i = 0; i < COMMANDS_PER_CLIENT; i++) {
                all.add("c" + client + "-" + i);
            }
        }
        return all;
    }

    private static void serve(
            Lane<String, Long> lane, String name, boolean hasty, OutputStream told) {
        for (int i = 0; i < COMMANDS_PER_CLIENT; i++) {
            String command = name + "-" + i;
            lane.ask(command);
            if (!hasty) {
                tell(told, command);
            }
        }
    }

    // One write per line: what the file holds when the process dies is what was told.
    private static void tell(OutputStream told, String command) {
        try {
            synchronized (told) {
                told.write((command + "\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

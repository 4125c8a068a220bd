package dev.waystation.benchmarks;

import dev.waystation.platform.foundation.wiring.EmbeddedDatabase;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Processes that move amounts in a database of another process until they are killed. */
final class LedgerTellers implements AutoCloseable {

    /** One of them, and the file to which it writes what it was answered. */
    record Teller(int slot, Process process, Path told) {

        /** Returns once it moves amounts. */
        void awaitReady() throws IOException {
            while (!Files.exists(told) || Files.size(told) == 0) {
                if (!process.isAlive()) {
                    throw new IllegalStateException("A teller ended before it was killed");
                }
                LockSupport.parkNanos(20_000_000);
            }
        }

        void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }

        /** The last transfer each of its clients was answered, -1 for none. */
        int[] lastTold() throws IOException {
            int[] last = new int[LedgerTransfers.CLIENTS];
            Arrays.fill(last, -1);
            if (!Files.exists(told)) {
                return last; // died before it stood
            }
            for (String line : Files.readAllLines(told)) {
                int space = line.indexOf(' ');
                if (space > 0) {
                    last[Integer.parseInt(line.substring(0, space))] =
                            Integer.parseInt(line.substring(space + 1));
                }
            }
            return last;
        }
    }

    private final EmbeddedDatabase server;
    private final Path folder;
    private final List<Teller> started = new ArrayList<>();

    LedgerTellers(EmbeddedDatabase server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    Teller start(int slot, String manner) throws IOException {
        Path told = folder.resolve("told-" + slot + "-" + manner);
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:-UsePerfData",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                absolute(System.getProperty("java.class.path")),
                                LedgerTeller.class.getName(),
                                server.url(),
                                server.user(),
                                server.secret(),
                                Integer.toString(slot),
                                told.toString(),
                                manner)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("output-" + slot).toFile())
                        .start();
        Teller teller = new Teller(slot, process, told);
        started.add(teller);
        return teller;
    }

    private static String absolute(String classPath) {
        List<String> parts = new ArrayList<>();
        for (String part : classPath.split(File.pathSeparator, -1)) {
            parts.add(Path.of(part).toAbsolutePath().toString());
        }
        return String.join(File.pathSeparator, parts);
    }

    /** Nobody works on after whoever started him, whatever went wrong. */
    @Override
    public void close() {
        started.forEach(teller -> teller.process().destroyForcibly());
    }
}

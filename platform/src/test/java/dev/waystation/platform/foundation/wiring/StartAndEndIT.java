package dev.waystation.platform.foundation.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.waystation.platform.Platform;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The platform as a process of its own: whatever its end, no server of its own stays behind. */
class StartAndEndIT {

    @TempDir private Path folder;

    private record Ended(int status, String output) {}

    @Test
    void stopsItsDatabaseAndRefusesABadTimetableRowByRow() throws Exception {
        Path feed = Files.createDirectory(folder.resolve("feed"));
        Files.writeString(feed.resolve("stations.csv"), "id,code,name\n1,AAA\n");
        Files.writeString(feed.resolve("trains.csv"), "code\n");
        Files.writeString(feed.resolve("stop_times.csv"), "train\n");
        Ended refused =
                run(
                        "--waystation.once=true",
                        "--server.port=0",
                        "--waystation.import=" + feed,
                        "--logging.level.root=warn");
        assertThat(refused.output())
                .contains("bad row: ", ".csv line ", ", column ", ", value \"", "→ ")
                .contains("nothing was loaded");
        assertThat(refused.status()).isEqualTo(1);
        assertNoServerIsLeft();
    }

    @Test
    void stopsItsDatabaseWhenTheStartFails() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ended failed =
                    run("--server.address=127.0.0.1", "--server.port=" + taken.getLocalPort());
            assertThat(failed.status()).isNotZero();
            assertThat(failed.output()).contains("already in use");
        }
        assertNoServerIsLeft();
    }

    @Test
    void seesAServerThatAHaltLeavesBehind() throws Exception {
        // The control: Spring's own way to end after the start halts the machine.
        Ended halted = run("--server.port=0", "-Dspring.context.exit=onRefresh");
        assertThat(halted.status()).isZero();
        assertThat(pidFile()).exists();
        EmbeddedDatabase.open(folder.resolve("postgres"), folder, 0).close();
        assertNoServerIsLeft();
    }

    @Test
    void saysInTwoLinesThatTheFolderIsTaken() throws Exception {
        try (EmbeddedDatabase other =
                EmbeddedDatabase.open(folder.resolve("postgres"), folder, 0)) {
            Ended refused = run("--server.port=0");
            assertThat(refused.status()).isNotZero();
            assertThat(refused.output())
                    .contains("Another Waystation runs on the folder", "choose another folder")
                    .doesNotContain("at dev.waystation");
            assertThat(other.port()).isPositive();
        }
    }

    @Test
    void servesPagesDeepLinksAndFiguresAndEndsInOrderWhenAsked() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Process process =
                start(
                        "--server.port=" + port,
                        "--logging.level.dev.waystation.platform.foundation.wiring=info");
        try (HttpClient http = HttpClient.newHttpClient()) {
            String base = "http://127.0.0.1:" + port;
            awaitReady(http, base, process);
            assertThat(body(http, base + "/actuator/prometheus"))
                    .contains("jvm_memory_used_bytes", "hikaricp_connections");
            assumeTrue(
                    Platform.class.getResource("/static/console/index.html") != null,
                    "web apps are not built");
            String console = body(http, base + "/console/members/mbr_1");
            assertThat(console).contains("<div id=\"root\"");
            assertThat(body(http, base + "/console/")).isEqualTo(console);
            assertThat(body(http, base + "/app/tickets/tkt_1"))
                    .contains("<div id=\"root\"")
                    .isEqualTo(body(http, base + "/app/"));
            assertThat(get(http, base + "/console/assets/none.js").statusCode()).isEqualTo(404);
        } finally {
            process.destroy();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(Files.readString(output()))
                .contains("Ready: console http://localhost:%d/console/".formatted(port));
        assertNoServerIsLeft();
    }

    private static void awaitReady(HttpClient http, String base, Process process)
            throws IOException, InterruptedException {
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (process.isAlive() && System.nanoTime() < until) {
            try {
                if (get(http, base + "/actuator/health/readiness").statusCode() == 200) {
                    return;
                }
            } catch (ConnectException notYet) {
                // it is still starting
            }
            boolean ended = process.waitFor(200, TimeUnit.MILLISECONDS);
            assertThat(ended).isFalse();
        }
        throw new AssertionError("not ready in time");
    }

    private static HttpResponse<String> get(HttpClient http, String url)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(url)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String body(HttpClient http, String url)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = get(http, url);
        assertThat(answer.statusCode()).as(url).isEqualTo(200);
        return answer.body();
    }

    private void assertNoServerIsLeft() {
        assertThat(pidFile()).doesNotExist();
        assertThat(folder.resolve("postgres/pgdata/PG_VERSION")).exists();
    }

    private Path pidFile() {
        return folder.resolve("postgres/pgdata/postmaster.pid");
    }

    private Path output() {
        return folder.resolve("output.txt");
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-cp"));
        command.add(
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path")));
        for (String argument : arguments) {
            if (argument.startsWith("-D")) {
                command.add(1, argument);
            }
        }
        command.add(Platform.class.getName());
        command.add("--waystation.data=" + folder);
        for (String argument : arguments) {
            if (!argument.startsWith("-D")) {
                command.add(argument);
            }
        }
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output().toFile());
        // These starts bring their own server, also where the suite runs against one by URL.
        builder.environment().remove("WAYSTATION_DB_URL");
        return builder.start();
    }

    private Ended run(String... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        try {
            assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
            return new Ended(process.exitValue(), Files.readString(output()));
        } finally {
            process.destroy();
        }
    }
}

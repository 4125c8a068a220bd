package dev.waystation.platform.engagement.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A worker in a process of its own that closing kills with SIGKILL. */
record DyingWorker(Process process, Path output) implements AutoCloseable {

    static DyingWorker on(HikariDataSource database, Instant now, Path folder) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-cp"));
        command.add(
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(JourneyUntilKilled.class.getName());
        command.addAll(
                List.of(
                        "--spring.profiles.active=test",
                        "--server.port=0",
                        "--waystation.db.throwaway=false",
                        "--waystation.db.url=" + database.getJdbcUrl(),
                        "--waystation.db.user=" + database.getUsername(),
                        "--waystation.db.password=" + database.getPassword(),
                        "--waystation.db.connections=12",
                        "--waystation.clock.start=" + now,
                        "--logging.level.root=WARN"));
        Path output = folder.resolve("output");
        return new DyingWorker(
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start(),
                output);
    }

    /** One that ended by itself was not killed. */
    void mustLive() {
        assertThat(process.isAlive()).as(this::said).isTrue();
    }

    private String said() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Override
    public void close() {
        assertThat(process.destroyForcibly().onExit().orTimeout(60, TimeUnit.SECONDS).join())
                .extracting(Process::exitValue)
                .as("SIGKILL")
                .isEqualTo(137);
    }

    /** The server rolls back for a dead client as soon as it has something to say to it. */
    static void untilItLetsGo(JdbcClient jdbc) throws InterruptedException {
        String held =
                """
                select count(*) from pg_stat_activity
                where state in ('active', 'idle in transaction') and pid <> pg_backend_pid()
                  and query like '%journey.%'
                """;
        for (int asked = 0; asked < 600; asked++) {
            if (jdbc.sql(held).query(Long.class).single() == 0) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}

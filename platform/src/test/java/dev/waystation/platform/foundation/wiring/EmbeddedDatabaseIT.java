package dev.waystation.platform.foundation.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class EmbeddedDatabaseIT {

    private static final Path BINARIES = ThrowawayDatabase.folder();

    @TempDir private Path folder;

    /** A process that starts a server and dies without stopping it. */
    static final class Forgetful {

        private Forgetful() {}

        public static void main(String[] arguments) throws SQLException {
            EmbeddedDatabase database =
                    EmbeddedDatabase.open(Path.of(arguments[0]), Path.of(arguments[1]), 0);
            run(database, "create table kept (n int)");
            run(database, "insert into kept values (42)");
            Runtime.getRuntime().halt(137);
        }
    }

    @Test
    void keepsItsDataOverARestartAndRunsDurably() throws SQLException {
        try (EmbeddedDatabase first = EmbeddedDatabase.open(folder, BINARIES, 0)) {
            run(first, "create table kept (n int)");
            run(first, "insert into kept values (7)");
            DurabilityGuard.check(source(first, ""));
        }
        try (EmbeddedDatabase second = EmbeddedDatabase.open(folder, BINARIES, 0)) {
            assertThat(second.adopted()).isFalse();
            assertThat(number(second, "select n from kept")).isEqualTo(7);
            assertThatThrownBy(() -> EmbeddedDatabase.open(folder, BINARIES, 0))
                    .as("a second process on the same folder")
                    .hasMessageContaining("Another Waystation");
        }
    }

    @Test
    void refusesADatabaseThatMayLoseWhatItAcknowledged() {
        try (EmbeddedDatabase database = EmbeddedDatabase.open(folder, BINARIES, 0)) {
            assertThatThrownBy(() ->
                            DurabilityGuard.check(source(database, "-c synchronous_commit=off")))
                    .hasMessageContaining("synchronous_commit = off")
                    .hasMessageContaining("Maybe run: alter system set synchronous_commit = on");
        }
    }

    @Test
    void adoptsTheServerThatAKilledProcessLeftBehindAndStopsItInTheEnd()
            throws IOException, InterruptedException, SQLException {
        killAfterStart();
        Path pidFile = folder.resolve("pgdata/postmaster.pid");
        long orphan = Long.parseLong(Files.readAllLines(pidFile).getFirst());
        try (EmbeddedDatabase database = EmbeddedDatabase.open(folder, BINARIES, 0)) {
            assertThat(database.adopted()).isTrue();
            assertThat(number(database, "select n from kept")).isEqualTo(42);
        }
        assertThat(pidFile).as("the server of process %d has stopped", orphan).doesNotExist();
    }

    @Test
    void doesNotTakeAStrangerWithTheSameProcessNumberForItsServer()
            throws IOException, SQLException {
        EmbeddedDatabase.open(folder, BINARIES, 0).close();
        long stranger = ProcessHandle.current().pid();
        Files.write(
                folder.resolve("pgdata/postmaster.pid"),
                List.of(
                        Long.toString(stranger),
                        folder.resolve("pgdata").toString(),
                        "1",
                        "1",
                        "",
                        "127.0.0.1"));
        try (EmbeddedDatabase database = EmbeddedDatabase.open(folder, BINARIES, 0)) {
            assertThat(database.adopted()).isFalse();
            assertThat(number(database, "select 1")).isEqualTo(1);
        }
    }

    private void killAfterStart() throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx128m",
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                Forgetful.class.getName(),
                                folder.toString(),
                                BINARIES.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("forgetful.log").toFile())
                        .start();
        assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(137);
    }

    private static PGSimpleDataSource source(EmbeddedDatabase database, String options) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.url());
        source.setUser(database.user());
        source.setPassword(database.secret());
        if (!options.isEmpty()) {
            source.setOptions(options);
        }
        return source;
    }

    private static void run(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(
                                database.url(), database.user(), database.secret());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int number(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(
                                database.url(), database.user(), database.secret());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }
}

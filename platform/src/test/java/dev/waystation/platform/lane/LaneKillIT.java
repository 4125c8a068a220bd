package dev.waystation.platform.lane;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.waystation.lane.Lane;
import dev.waystation.lane.LaneSettings;
import dev.waystation.platform.PlatformIT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nothing acknowledged is lost and nothing is applied twice, wherever the process dies. */
@PlatformIT
class LaneKillIT {

    private static final FaultPoint NO_FAULT = new FaultPoint(FaultPoint.Place.NOWHERE, 0);

    @Autowired private HikariDataSource database;
    @Autowired private JdbcClient jdbc;
    @TempDir private Path folder;

    private final String stream = "till-" + UUID.randomUUID();

    @BeforeEach
    void createTable() {
        jdbc.sql(TillDesk.TABLE).update();
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultPoint.Place.class,
            names = {"DECIDED", "WRITTEN", "COMMITTED"})
    void keepsWhatItAcknowledgedAndAppliesTheRestOnceOnRepetition(FaultPoint.Place place)
            throws Exception {
        List<String> told = runUntilKilled(place, "honest");
        assertThat(stored()).as("acknowledged means stored").containsAll(told);
        repeatEverything();
        assertThat(stored())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(Till.commands());
    }

    /** The control: the same kill, with answers before the commit, does lose. */
    @Test
    void answeringBeforeTheCommitLosesAcknowledgedCommands() throws Exception {
        List<String> told = runUntilKilled(FaultPoint.Place.DECIDED, "hasty");
        assertThat(stored()).hasSizeLessThan(told.size());
    }

    @Test
    void twoWritersOnOneStreamApplyEveryCommandOnce() throws Exception {
        try (Connection one = database.getConnection();
                Connection other = database.getConnection();
                Lane<String, Long> first = open(one);
                Lane<String, Long> second = open(other)) {
            List<CompletableFuture<Void>> all =
                    Till.commands().stream()
                            .map(command -> {
                                Lane<String, Long> lane =
                                        command.hashCode() % 2 == 0 ? first : second;
                                return CompletableFuture.runAsync(
                                        () -> askUntilDone(lane, command),
                                        task -> Thread.ofVirtual().start(task));
                            })
                            .toList();
            all.forEach(CompletableFuture::join);
        }
        assertThat(stored())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(Till.commands());
    }

    private static void askUntilDone(Lane<String, Long> lane, String command) {
        while (true) {
            try {
                lane.ask(command);
                return;
            } catch (dev.waystation.lane.LaneNotPersisted fencedTooOften) {
                Thread.onSpinWait();
            }
        }
    }

    private Lane<String, Long> open(Connection connection) throws SQLException {
        return Lane.open(LaneSettings.named(stream), new TillDesk(connection, stream, NO_FAULT));
    }

    private void repeatEverything() throws SQLException {
        try (Connection connection = database.getConnection();
                Lane<String, Long> lane = open(connection)) {
            Till.commands().forEach(lane::ask);
        }
    }

    private List<String> stored() {
        return jdbc.sql("select command from public.till_journal where stream = :stream")
                .param("stream", stream)
                .query((row, index) -> row.getString("command"))
                .list();
    }

    private List<String> runUntilKilled(FaultPoint.Place place, String manner)
            throws IOException, InterruptedException {
        Path told = folder.resolve("told");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx128m",
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                Till.class.getName(),
                                database.getJdbcUrl(),
                                database.getUsername(),
                                database.getPassword(),
                                stream,
                                place.name(),
                                "12",
                                told.toString(),
                                manner)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("output").toFile())
                        .start();
        assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(() -> read(folder.resolve("output"))).isEqualTo(137);
        return Files.readAllLines(told);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}

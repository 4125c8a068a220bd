package dev.waystation.platform.engagement.events.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.engagement.events.model.Call;
import dev.waystation.testkit.Capability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the intake acknowledged is there after a kill, and sent again it counts once. */
@PlatformIT
class KilledIntakeIT {

    @Autowired private HikariDataSource database;
    @Autowired private KeepSources sources;
    @Autowired private TakeEvents take;
    @Autowired private JdbcClient jdbc;
    @TempDir private Path folder;

    private String key = "";
    private int source;

    @BeforeEach
    void aSource() {
        var made =
                (KeepSources.Outcome.Made)
                        sources.make(
                                new KeepSources.Command(
                                        "killed " + UUID.randomUUID(), "server", null, null));
        key = made.key();
        source = made.source().id();
    }

    @Test
    @Capability("CDP-01")
    void nothingAcknowledgedIsLostAndNothingCountsTwice() throws Exception {
        Set<String> told = new HashSet<>(runUntilKilled("honest", 400));
        assertThat(told).hasSizeGreaterThan(100);
        assertThat(stored()).containsAll(told);
        for (int i = 0; i < 400; i++) {
            take.handle(
                    new TakeEvents.Command(key, Call.TRACK, IntakeUntilKilled.message("k" + i)));
        }
        assertThat(stored()).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(400);
    }

    /** The control: who answers before the commit loses what was under way. */
    @Test
    void answeringBeforeTheCommitLoses() throws Exception {
        List<String> told = runUntilKilled("hasty", 300);
        assertThat(stored()).hasSizeLessThan(told.size());
    }

    private List<String> runUntilKilled(String manner, int most)
            throws IOException, InterruptedException {
        Path notes = folder.resolve("notes");
        Path output = folder.resolve("output");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-Dwaystation.clock.mode=frozen", // the clock of this test
                                "-Dtill.url=" + database.getJdbcUrl(),
                                "-Dtill.user=" + database.getUsername(),
                                "-Dtill.password=" + database.getPassword(),
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                IntakeUntilKilled.class.getName(),
                                key,
                                notes.toString(),
                                manner,
                                Integer.toString(most))
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(output)).isEqualTo(137);
        return Files.readAllLines(notes);
    }

    private List<String> stored() {
        return jdbc.sql("select message_id from events.event where source_id = :source")
                .param("source", source)
                .query((row, _) -> row.getString(1))
                .list();
    }
}

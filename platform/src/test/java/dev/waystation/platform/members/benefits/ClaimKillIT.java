package dev.waystation.platform.members.benefits;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.members.benefits.model.Campaign;
import dev.waystation.platform.members.benefits.usecase.DraftCampaign;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever was told that they have a coupon has it, once, wherever the process dies. */
@PlatformIT
class ClaimKillIT {

    @Autowired private HikariDataSource database;
    @Autowired private Claims claims;
    @Autowired private DraftCampaign drafts;
    @Autowired private JdbcClient jdbc;
    @Autowired private Clock clock;
    @TempDir private Path folder;

    private long campaign;

    @BeforeEach
    void open() {
        campaign =
                new Campaigns(drafts, clock)
                        .amountOff(
                                100,
                                Campaign.Kind.PERSONAL,
                                Campaigns.stock(ClaimCounter.STOCK),
                                null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DECIDED", "WRITTEN", "COMMITTED"})
    void whatWasToldIsStoredAndARepetitionSellsExactlyTheStock(String place) throws Exception {
        List<Long> told = runUntilKilled(place, "honest");
        assertThat(stored()).as("told means stored").containsAll(told).doesNotHaveDuplicates();
        for (long member = 1; member <= ClaimCounter.MEMBERS; member++) {
            claims.claim(ClaimCounter.claim(campaign, member));
        }
        assertThat(stored()).hasSize(ClaimCounter.STOCK).doesNotHaveDuplicates().containsAll(told);
    }

    /** The control: the same kill, with answers before the commit, does lose. */
    @Test
    void controlTellingBeforeTheCommitLosesCouponsThatWereTold() throws Exception {
        List<Long> told = runUntilKilled("DECIDED", "hasty");
        assertThat(stored()).hasSizeLessThan(told.size());
    }

    private List<Long> stored() {
        return jdbc.sql("select member_id from benefits.coupon where campaign_id = :c")
                .param("c", campaign)
                .query((row, index) -> row.getLong(1))
                .list();
    }

    private List<Long> runUntilKilled(String place, String manner) throws Exception {
        Path told = folder.resolve("told");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx128m",
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                ClaimCounter.class.getName(),
                                database.getJdbcUrl(),
                                database.getUsername(),
                                database.getPassword(),
                                String.valueOf(campaign),
                                place,
                                "9",
                                told.toString(),
                                manner)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("output").toFile())
                        .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(() -> read(folder.resolve("output"))).isEqualTo(137);
        return Files.readAllLines(told).stream().map(Long::parseLong).toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}

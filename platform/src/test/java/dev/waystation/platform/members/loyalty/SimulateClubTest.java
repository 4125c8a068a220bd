package dev.waystation.platform.members.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.members.loyalty.model.Club;
import dev.waystation.platform.members.loyalty.model.Club.Level;
import dev.waystation.platform.members.loyalty.model.ClubTrial;
import dev.waystation.platform.members.loyalty.model.MetricDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SimulateClubTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 16);

    @Test
    void aLowerThresholdSaysWhoRisesAndWhatTheBenefitsCost() {
        Club club = Shipped.programme("rail").clubs().getFirst();
        List<Level> tiers =
                club.tiers().stream()
                        .map(level -> level.code().equals("gold") ? cheaper(level) : level)
                        .toList();
        ClubTrial trial =
                new ClubTrial(
                        club,
                        new Club(club.code(), club.name(), club.measures(), tiers, club.policy()),
                        "rail",
                        TODAY);
        trial.add(1, did(1, 3_000, 12));
        trial.add(2, did(2, 2_999, 12));
        trial.add(3, did(3, 4_000, 12));
        ClubTrial.Result result = trial.result();
        assertThat(result.up()).isEqualTo(1);
        assertThat(result.down()).isZero();
        assertThat(result.moves()).containsExactly(new ClubTrial.Move("silver", "gold", 1));
        assertThat(result.someWhoMove()).containsExactly(1L);
        // one member of silver at 15 yuan a year becomes one of gold at 60
        assertThat(result.costAfter() - result.costBefore()).isEqualTo(6_000 - 1_500);
        assertThat(result.verdict().en())
                .isEqualTo(
                        "1 members would rise, 0 would fall at their next review; benefits cost 45.00 yuan a year more.");
    }

    private static Level cheaper(Level level) {
        return new Level(
                level.code(),
                level.rank(),
                level.name(),
                Map.of(
                        "qualifying12m", Map.of("$gte", 3_000),
                        "trips12m", Map.of("$gte", 12)),
                level.yearlyCostMinor(),
                level.benefits());
    }

    private static List<MetricDay> did(long member, long qualifying, long trips) {
        LocalDate day = TODAY.minusDays(30);
        return List.of(
                new MetricDay(member, "rail.qualifying", day, qualifying),
                new MetricDay(member, "rail.trips", day, trips));
    }
}

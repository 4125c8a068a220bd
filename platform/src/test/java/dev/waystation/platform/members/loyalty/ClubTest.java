package dev.waystation.platform.members.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.members.loyalty.model.Club;
import dev.waystation.platform.members.loyalty.model.Measures;
import dev.waystation.platform.members.loyalty.model.MetricDay;
import dev.waystation.platform.members.loyalty.model.PastLadder;
import dev.waystation.platform.members.loyalty.model.ReviewDay;
import dev.waystation.platform.members.loyalty.model.Standing;
import dev.waystation.testkit.Capability;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClubTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 16);

    private final Club park = Shipped.programme("park").clubs().getFirst();
    private final Club rail = Shipped.programme("rail").clubs().getFirst();

    @Test
    @Capability("L42")
    void goldTakesFiveThousandYuanAndTenVisitsInTheYear() {
        List<MetricDay> days = new ArrayList<>();
        for (int visit = 1; visit <= 10; visit++) {
            assertThat(parkTier(days, TODAY)).isNotEqualTo("park-gold");
            days.add(did("park.visits", LocalDate.of(2026, visit, 5), 1));
            days.add(did("park.spendMinor", LocalDate.of(2026, visit, 5), 50_000));
        }
        assertThat(parkTier(days, TODAY)).isEqualTo("park-gold");
        assertThat(parkTier(days, LocalDate.of(2027, 1, 1)))
                .as("a new year")
                .isEqualTo("park-member");
        days.add(did("park.spendMinor", LocalDate.of(2026, 3, 5), -1));
        assertThat(parkTier(days, TODAY)).as("one fen refunded").isEqualTo("park-silver");
    }

    @Test
    @Capability("L43")
    void threeMonthsInARowOverThreeHundredMakeSilverAndAGapBreaksTheRun() {
        List<MetricDay> days =
                new ArrayList<>(
                        List.of(
                                did("park.spendMinor", LocalDate.of(2026, 8, 31), 30_000),
                                did("park.spendMinor", LocalDate.of(2026, 9, 1), 29_999),
                                did("park.spendMinor", LocalDate.of(2026, 10, 2), 30_000)));
        assertThat(streak(days, TODAY)).isEqualTo(1);
        days.add(did("park.spendMinor", LocalDate.of(2026, 9, 30), 1));
        assertThat(streak(days, TODAY)).as("the running month is not over").isEqualTo(3);
        assertThat(parkTier(days, TODAY)).isEqualTo("park-silver");
        assertThat(streak(days, LocalDate.of(2026, 12, 1))).as("November stayed empty").isZero();
    }

    @Test
    @Capability("L45")
    void theReviewCountsFromTheTierTheJoiningTheBirthdayOrAFixedDay() {
        LocalDate joined = LocalDate.of(2024, 2, 29);
        LocalDate birth = LocalDate.of(1990, 12, 1);
        assertThat(due(Club.Review.TIER_START, "", joined, birth)).isEqualTo("2027-11-16");
        assertThat(due(Club.Review.JOIN_DATE, "", joined, birth)).isEqualTo("2027-02-28");
        assertThat(due(Club.Review.BIRTHDAY, "", joined, birth)).isEqualTo("2026-12-01");
        assertThat(due(Club.Review.FIXED_DAY, "03-31", joined, birth)).isEqualTo("2027-03-31");
        assertThat(ReviewDay.after(policy(Club.Review.NEVER, ""), TODAY, joined, birth)).isEmpty();
    }

    @Test
    void thePastWalksUpAndDownOneStepAtEachReview() {
        LocalDate start = LocalDate.of(2024, 1, 10);
        List<MetricDay> days =
                List.of(did("rail.qualifying", start, 4_000), did("rail.trips", start, 12));
        PastLadder.Path path = PastLadder.walk(rail, "rail", days, TODAY);
        assertThat(path.steps())
                .extracting(step -> step.day() + " " + step.level().code())
                .containsExactly("2024-01-10 gold", "2025-01-10 silver", "2026-01-10 standard");
        assertThat(path.dueOn()).isEmpty();
    }

    private static String due(Club.Review review, String day, LocalDate joined, LocalDate birth) {
        return ReviewDay.after(policy(review, day), TODAY, joined, birth).orElseThrow().toString();
    }

    private static Club.Policy policy(Club.Review review, String day) {
        return new Club.Policy(
                Club.Upgrade.AT_ONCE, review, 12, day, Club.Downgrade.ONE_STEP, 0, 30);
    }

    private long streak(List<MetricDay> days, LocalDate asOf) {
        return Measures.of(park, "park", days, asOf, asOf).getOrDefault("spendStreak", -1L);
    }

    private String parkTier(List<MetricDay> days, LocalDate asOf) {
        return new Standing(park, Measures.of(park, "park", days, asOf, asOf)).earned().code();
    }

    private static MetricDay did(String metric, LocalDate day, long value) {
        return new MetricDay(1, metric, day, value);
    }
}

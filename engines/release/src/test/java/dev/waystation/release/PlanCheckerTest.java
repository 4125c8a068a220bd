package dev.waystation.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.release.Amount.Seats;
import dev.waystation.release.Amount.ShareOfCapacity;
import dev.waystation.release.PlanFault.Code;
import dev.waystation.testkit.Capability;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanCheckerTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant DEPARTURE = Instant.parse("2026-02-05T08:50:00Z");
    private final Route route = new Route(List.of(0, 60, 290, 420, 1050));
    private final Bucket everyone = Bucket.nested("everyone", Selector.trips("any"));
    private final Bucket through = Bucket.nested("through", Selector.trips("through"));

    private List<PlanFault> check(ReleasePlan plan) {
        return PlanChecker.check(plan, route, 200, DEPARTURE, ZONE);
    }

    private static Batch hoursBefore(String code, int hours, Step... steps) {
        return new Batch(
                code, new Trigger.BeforeDeparture(Duration.ofHours(hours)), List.of(steps));
    }

    private static ReleasePlan plan(List<Bucket> buckets, Batch... batches) {
        return new ReleasePlan("draft", buckets, List.of(), List.of(batches));
    }

    @Test
    void thePlanOfTheArticlePasses() {
        assertThat(check(ReleasePlanTest.PLAN)).isEmpty();
    }

    @Test
    void reservesAboveTheCapacityOfALegAreRefusedWithTheFigures() {
        List<PlanFault> faults =
                check(
                        plan(
                                List.of(through, everyone),
                                hoursBefore(
                                        "b",
                                        9,
                                        Step.open("through", new Seats(150)),
                                        Step.open("everyone", new ShareOfCapacity(300)))));
        assertThat(faults)
                .containsExactly(
                        new PlanFault(
                                Code.RESERVES_EXCEED_CAPACITY,
                                "b",
                                Map.of("leg", 0, "promised", 210, "seats", 200)));
    }

    @Test
    void reservesOnDifferentLegsMayEachUseTheWholeTrain() {
        ReleasePlan plan =
                plan(
                        List.of(
                                new Bucket("a", Selector.trips("0-1"), true, 0, 1),
                                new Bucket("b", Selector.trips("1-4"), true, 1, 4)),
                        hoursBefore(
                                "all",
                                9,
                                Step.open("a", new Seats(200)),
                                Step.open("b", new Seats(200))));
        assertThat(check(plan)).isEmpty();
    }

    @Test
    void aBucketCannotGiveMoreThanItHolds() {
        ReleasePlan plan =
                plan(
                        List.of(through, everyone),
                        hoursBefore("one", 9, Step.open("through", new Seats(50))),
                        hoursBefore("two", 8, Step.move("through", "everyone", new Seats(60))));
        assertThat(check(plan))
                .extracting(PlanFault::code)
                .containsExactly(Code.BUCKET_HOLDS_TOO_LITTLE);
    }

    @Test
    void unknownBucketsTripsAndDoubleCodesAreAllReportedAtOnce() {
        ReleasePlan plan =
                plan(
                        List.of(
                                everyone,
                                everyone,
                                Bucket.nested("x", Selector.trips("2-9")),
                                new Bucket("y", Selector.trips("any"), true, 2, 9)),
                        hoursBefore("b", 9, Step.open("nobody", new Seats(1))),
                        hoursBefore("c", 8, Step.open("x", new Seats(-1))));
        assertThat(check(plan))
                .extracting(PlanFault::code)
                .containsExactly(
                        Code.CODE_USED_TWICE,
                        Code.TRIP_NOT_ON_ROUTE,
                        Code.LEGS_NOT_ON_ROUTE,
                        Code.UNKNOWN_BUCKET,
                        Code.AMOUNT_OUT_OF_RANGE);
    }

    @Test
    void batchesComeInTheOrderOfTime() {
        ReleasePlan plan =
                plan(
                        List.of(everyone),
                        hoursBefore("late", 2, Step.open("everyone", new Seats(1))),
                        hoursBefore("early", 9, Step.open("everyone", new Seats(1))));
        assertThat(check(plan)).extracting(PlanFault::place).containsExactly("early");
    }

    @Test
    @Capability("S39")
    void channelCapsTogetherStayWithinTheTotal() {
        ReleasePlan plan =
                new ReleasePlan(
                        "channels",
                        List.of(everyone),
                        List.of(
                                new Cap("online", Selector.channel("online"), 150),
                                new Cap("window", Selector.channel("window"), 60)),
                        List.of(hoursBefore("all", 9, Step.open("everyone", new Seats(200)))));
        assertThat(check(plan))
                .containsExactly(
                        new PlanFault(
                                Code.CHANNEL_CAPS_EXCEED_CAPACITY,
                                "",
                                Map.of("caps", 210, "seats", 200)));
    }
}

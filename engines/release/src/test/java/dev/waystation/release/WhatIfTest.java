package dev.waystation.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.waystation.release.Amount.Everything;
import dev.waystation.release.Amount.Seats;
import dev.waystation.release.WhatIf.Report;
import dev.waystation.release.WhatIf.Request;
import dev.waystation.testkit.Capability;
import dev.waystation.testkit.Draw;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The article's train: 200 seats, 300 want to go through, 500 want the first leg only. */
class WhatIfTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant OPEN = Instant.parse("2026-01-21T00:00:00Z");
    private static final Instant DEPARTURE = Instant.parse("2026-02-05T00:50:00Z");
    private final Route route = new Route(List.of(0, 60, 1050));
    private final Product through = new Product(0, 2, "general", "online");
    private final Product firstLeg = new Product(0, 1, "general", "online");

    private final ReleasePlan noControl =
            new ReleasePlan(
                    "none",
                    List.of(Bucket.nested("everyone", Selector.trips("any"))),
                    List.of(),
                    List.of(
                            new Batch(
                                    "all",
                                    new Trigger.At(OPEN),
                                    List.of(Step.open("everyone", new Everything())))));

    private final ReleasePlan longFirst =
            new ReleasePlan(
                    "long first",
                    List.of(
                            Bucket.nested("through", Selector.trips("through")),
                            Bucket.nested("everyone", Selector.trips("any"))),
                    List.of(),
                    List.of(
                            new Batch(
                                    "through",
                                    new Trigger.At(OPEN),
                                    List.of(Step.open("through", new Seats(200)))),
                            new Batch(
                                    "rest",
                                    new Trigger.BeforeDeparture(Duration.ofHours(2)),
                                    List.of(Step.move("through", "everyone", new Everything())))));

    private Report run(ReleasePlan plan, List<Product> wishes) {
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < wishes.size(); i++) {
            Product wish = wishes.get(i);
            requests.add(
                    new Request(OPEN.plusSeconds(i), wish, wish.equals(through) ? 46_350 : 2_650));
        }
        Quotas empty = new Quotas(route, 200, LimitSet.everything(200));
        return new WhatIf(plan, route, 200, DEPARTURE, ZONE).run(empty, Set.of(), requests);
    }

    private List<Product> wishes(int throughCount, int firstLegCount) {
        List<Product> wishes = new ArrayList<>(Collections.nCopies(throughCount, through));
        wishes.addAll(Collections.nCopies(firstLegCount, firstLeg));
        return wishes;
    }

    @Test
    void oneHundredOfEachLeavesHalfTheTrainEmptyAsTheArticleSays() {
        Report report = run(noControl, wishes(100, 100));
        assertThat(report.servedThrough()).isEqualTo(100);
        assertThat(report.emptySeats()).containsExactly(0, 100);
    }

    @Test
    void aFairRandomOrderServesSeventyFiveThroughPassengersOnAverage() {
        Draw draw = new Draw(7);
        double sum = 0;
        int runs = 200;
        for (int i = 0; i < runs; i++) {
            sum += run(noControl, draw.shuffled(wishes(300, 500))).servedThrough();
        }
        assertThat(sum / runs).isCloseTo(75, within(1.0));
    }

    @Test
    @Capability("S33")
    void longTripsFirstFillsTheWholeTrainWithThroughPassengers() {
        Report report = run(longFirst, new Draw(7).shuffled(wishes(300, 500)));
        assertThat(report.servedThrough()).isEqualTo(200);
        assertThat(report.emptySeats()).containsExactly(0, 0);
        assertThat(report.refusals()).containsOnlyKeys(Cause.NOT_RELEASED_YET, Cause.LEG_IS_FULL);
        assertThat(report.refusedThrough()).isEqualTo(100);
        assertThat(report.refusedOthers()).isEqualTo(500);
    }

    @Test
    @Capability("S33")
    void shortTripsGetWhatLongTripsLeaveOnceTheirBatchOpens() {
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            requests.add(new Request(OPEN.plusSeconds(i), through, 46_350));
        }
        Instant day = DEPARTURE.minus(Duration.ofHours(1));
        for (int i = 0; i < 500; i++) {
            requests.add(new Request(day, firstLeg, 2_650));
        }
        Quotas empty = new Quotas(route, 200, LimitSet.everything(200));
        Report report =
                new WhatIf(longFirst, route, 200, DEPARTURE, ZONE).run(empty, Set.of(), requests);
        assertThat(report.servedThrough()).isEqualTo(120);
        assertThat(report.served()).isEqualTo(200);
        assertThat(report.refusals()).containsOnlyKeys(Cause.LEG_IS_FULL);
    }

    @Test
    @Capability("S42")
    void theReportListsRevenueFillAndRefusals() {
        Report report = run(noControl, wishes(150, 100));
        assertThat(report.revenueMinor()).isEqualTo(150L * 46_350 + 50L * 2_650);
        assertThat(report.seatKm()).isEqualTo(150L * 1050 + 50L * 60);
        assertThat(report.emptySeats()).containsExactly(0, 50);
        assertThat(report.refusals()).containsExactly(java.util.Map.entry(Cause.LEG_IS_FULL, 50));
        assertThat(report.refusedOthers()).isEqualTo(50);
    }
}

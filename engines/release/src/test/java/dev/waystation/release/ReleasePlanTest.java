package dev.waystation.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.release.Amount.Everything;
import dev.waystation.release.Amount.Seats;
import dev.waystation.release.Amount.ShareOfCapacity;
import dev.waystation.release.Trigger.BeforeDeparture;
import dev.waystation.release.Trigger.DaysBefore;
import dev.waystation.testkit.Capability;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The plan of the article: 200 seats, long trips first, a reserve for students, four batches. */
class ReleasePlanTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant DEPARTURE = Instant.parse("2026-02-05T08:50:00Z");
    private final Route route = new Route(List.of(0, 60, 290, 420, 1050));
    private final Product through = new Product(0, 4, "general", "online");
    private final Product firstLeg = new Product(0, 1, "general", "online");
    private final Product middle = new Product(1, 2, "general", "online");
    private final Product student = new Product(0, 1, "student", "online");

    static final ReleasePlan PLAN =
            new ReleasePlan(
                    "long trips first v1",
                    List.of(
                            Bucket.nested("through", Selector.trips("through")),
                            Bucket.nested("long", Selector.trips("km>=300")),
                            Bucket.nested("first-leg", Selector.trips("first-leg")),
                            Bucket.nested("everyone", Selector.trips("any")),
                            Bucket.beside("student", Selector.group("student"))),
                    List.of(),
                    List.of(
                            new Batch(
                                    "first",
                                    new DaysBefore(15, LocalTime.of(8, 0)),
                                    List.of(
                                            Step.open("through", new Seats(90)),
                                            Step.open("first-leg", new Seats(30)),
                                            Step.open("student", new Seats(40)))),
                            new Batch(
                                    "second",
                                    new DaysBefore(7, LocalTime.of(8, 0)),
                                    List.of(Step.open("long", new ShareOfCapacity(200)))),
                            new Batch(
                                    "third",
                                    new DaysBefore(0, LocalTime.of(14, 0)),
                                    List.of(
                                            Step.move("through", "everyone", new Seats(60)),
                                            Step.move("student", "everyone", new Everything()))),
                            new Batch(
                                    "last",
                                    new BeforeDeparture(Duration.ofHours(2)),
                                    List.of(
                                            Step.move("through", "everyone", new Everything()),
                                            Step.move("long", "everyone", new Everything()),
                                            Step.move("first-leg", "everyone", new Everything()),
                                            Step.open("everyone", new Everything())))));

    private Quotas after(Set<String> batches) {
        return new Quotas(route, 200, PLAN.limits(batches, 200, null));
    }

    @Test
    @Capability("S31")
    void atTheFirstBatchTheCountsAreThoseOfTheArticle() {
        Quotas quotas = after(Set.of("first"));
        assertThat(quotas.allowance(through)).isEqualTo(120);
        assertThat(quotas.allowance(firstLeg)).isEqualTo(30);
        assertThat(quotas.allowance(middle)).isZero();
    }

    @Test
    @Capability("S35")
    void onlyVerifiedStudentsSeeTheStudentReserve() {
        Quotas quotas = after(Set.of("first"));
        assertThat(quotas.allowance(student)).isEqualTo(70);
        assertThat(quotas.allowance(firstLeg)).isEqualTo(30);
    }

    @Test
    @Capability("S38")
    void theReserveOfStudentsIsGoneOnceItReturned() {
        Quotas quotas = after(Set.of("first", "second", "third"));
        quotas.take(student, 10);
        assertThat(quotas.limits().opened()).containsExactly(30, 40, 30, 100, 0);
        assertThat(quotas.allowance(student)).isEqualTo(quotas.allowance(firstLeg));
    }

    @Test
    void atTheEndEverySeatIsOpenToEverybody() {
        Quotas quotas = after(Set.of("first", "second", "third", "last"));
        assertThat(quotas.allowance(through)).isEqualTo(200);
        assertThat(quotas.allowance(firstLeg)).isEqualTo(200);
        assertThat(quotas.allowance(middle)).isEqualTo(200);
    }

    @Test
    @Capability("S30")
    void eachStationAndProductIsRefusedAMillisecondBeforeItsOwnOpening() {
        Instant students = Instant.parse("2026-01-20T00:00:00Z");
        Instant secondStation = Instant.parse("2026-01-21T04:30:00Z");
        ReleasePlan plan =
                new ReleasePlan(
                        "own openings",
                        List.of(
                                Bucket.nested("second-station", Selector.trips("1-2")),
                                Bucket.beside("student", Selector.group("student"))),
                        List.of(),
                        List.of(
                                new Batch(
                                        "students",
                                        new Trigger.At(students),
                                        List.of(Step.open("student", new Seats(40)))),
                                new Batch(
                                        "second station",
                                        new Trigger.At(secondStation),
                                        List.of(Step.open("second-station", new Seats(30))))));
        assertOpensAt(plan, student, students, 40);
        assertOpensAt(plan, middle, secondStation, 30);
        assertThat(at(plan, secondStation).allowance(firstLeg)).isZero();
    }

    private void assertOpensAt(ReleasePlan plan, Product product, Instant opening, int seats) {
        Finding before = at(plan, opening.minusMillis(1)).explain(product, 200);
        assertThat(before.count()).isZero();
        assertThat(before.cause()).isEqualTo(Cause.NOT_RELEASED_YET);
        assertThat(at(plan, opening).explain(product, 200).count()).isEqualTo(seats);
    }

    private Quotas at(ReleasePlan plan, Instant now) {
        Set<String> due = plan.due(now, DEPARTURE, ZONE, 0, Set.of());
        return new Quotas(route, 200, plan.limits(due, 200, null));
    }

    @Test
    @Capability("S34")
    void replayingADayOpensTheSameBatchesAtTheSameMoments() {
        List<String> first = playDay(Duration.ofMinutes(1));
        assertThat(first)
                .containsExactly("2026-02-05T06:00:00Z third", "2026-02-05T06:50:00Z last");
        assertThat(playDay(Duration.ofMinutes(1))).isEqualTo(first);
    }

    private List<String> playDay(Duration tick) {
        List<String> openings = new ArrayList<>();
        Set<String> applied = Set.of("first", "second");
        for (Instant now = Instant.parse("2026-02-04T16:00:00Z");
                now.isBefore(DEPARTURE);
                now = now.plus(tick)) {
            Set<String> due = PLAN.due(now, DEPARTURE, ZONE, 0, applied);
            TreeSet<String> fresh = new TreeSet<>(due);
            fresh.removeAll(applied);
            for (String batch : fresh) {
                openings.add(now + " " + batch);
            }
            applied = due;
        }
        return openings;
    }

    @Test
    void aBatchOnceAppliedStaysAppliedWhenSalesFallBack() {
        ReleasePlan plan =
                new ReleasePlan(
                        "demand",
                        List.of(Bucket.nested("everyone", Selector.trips("any"))),
                        List.of(),
                        List.of(
                                new Batch(
                                        "more",
                                        new Trigger.SoldShare(800),
                                        List.of(Step.open("everyone", new Seats(10))))));
        assertThat(plan.due(DEPARTURE, DEPARTURE, ZONE, 0.79, Set.of())).isEmpty();
        Set<String> due = plan.due(DEPARTURE, DEPARTURE, ZONE, 0.8, Set.of());
        assertThat(plan.due(DEPARTURE, DEPARTURE, ZONE, 0.1, due)).containsExactly("more");
    }

    @Test
    void theNextBatchIsTheEarliestOneNotApplied() {
        assertThat(PLAN.next(DEPARTURE, ZONE, Set.of("first")).map(Batch::code)).contains("second");
        assertThat(PLAN.next(DEPARTURE, ZONE, Set.of("first", "second", "third", "last")))
                .isEmpty();
    }

    @Test
    void theOpeningTableShowsWhatIsOpenAndEveryComingBatch() {
        Quotas now = after(Set.of("first"));
        now.take(firstLeg, 30);
        OpeningTable table =
                OpeningTable.of(
                        PLAN,
                        now,
                        200,
                        DEPARTURE,
                        ZONE,
                        Set.of("first"),
                        List.of(through, firstLeg));
        assertThat(table.rows())
                .extracting(OpeningTable.Row::batch)
                .containsExactly(null, "second", "third", "last");
        assertThat(table.rows().get(1).counts()).containsExactly(130, 0);
        assertThat(table.rows().get(2).counts()).containsExactly(170, 100);
        assertThat(table.rows().get(3).counts()).containsExactly(170, 170);
    }

    @Test
    void theOpeningTableIsNotEmptyOnTheDayWhenEveryBatchIsOpen() {
        Set<String> all = Set.of("first", "second", "third", "last");
        OpeningTable table =
                OpeningTable.of(PLAN, after(all), 200, DEPARTURE, ZONE, all, List.of(through));
        assertThat(table.rows()).containsExactly(new OpeningTable.Row(null, null, List.of(200)));
    }
}

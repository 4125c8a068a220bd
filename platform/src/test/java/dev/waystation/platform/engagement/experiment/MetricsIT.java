package dev.waystation.platform.engagement.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.engagement.experiment.model.Metric;
import dev.waystation.platform.engagement.experiment.store.ResultRows;
import dev.waystation.platform.engagement.experiment.store.ResultRows.Exposure;
import dev.waystation.platform.engagement.experiment.store.ResultRows.Spend;
import dev.waystation.platform.foundation.wiring.WorldClock;
import dev.waystation.statistics.Moments;
import dev.waystation.testkit.Capability;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the metrics of a trial say, against numbers made by hand and against a plain recount. */
@PlatformIT
class MetricsIT {

    private static final long FIRST = 870_000_000L;

    @Autowired ResultRows results;
    @Autowired WorldClock clock;

    private final List<Exposure> seen = new ArrayList<>();
    private final List<Spend> spent = new ArrayList<>();
    private final List<Spend> costs = new ArrayList<>();

    @Test
    @Capability("EXP-04")
    void everyMetricGivesTheNumbersMadeByHand() {
        Instant now = clock.instant();
        Instant first = now.minus(Duration.ofDays(30));
        for (long id = FIRST; id < FIRST + 3; id++) {
            seen.add(new Exposure("hand", 1, id, 0, first));
        }
        seen.add(new Exposure("hand", 1, FIRST + 3, 1, now.minus(Duration.ofDays(10))));
        spend(FIRST, first, 1, 10_000);
        spend(FIRST, first, 2, -5_000);
        spend(FIRST, first, 10, 20_000);
        spend(FIRST + 2, first, 3, 3_000);
        cost(FIRST + 2, first, 3, 500);
        cost(FIRST + 2, first, 4, -500);
        cost(FIRST + 2, first, 5, 700);
        Map<Integer, Map<Metric, Moments>> sums = counted("hand", now);

        Map<Metric, Moments> control = Objects.requireNonNull(sums.get(0));
        assertThat(of(control, Metric.CONVERSION).mean()).isCloseTo(2 / 3.0, within(1e-12));
        // 25,000 is cut to the 99.9th percentile of 3,000 and 25,000: 3,000 + 0.999 × 22,000
        assertThat(of(control, Metric.REVENUE).sum()).isCloseTo(24_978 + 3_000, within(1e-6));
        // 27,978 for 3 tickets; what is left of each member is 6,326, 0 and -6,326
        Moments.Estimate ratio = of(control, Metric.REVENUE_PER_TICKET).ratio();
        assertThat(ratio.mean()).isCloseTo(9_326, within(1e-6));
        assertThat(ratio.variance()).isCloseTo(6_326.0 * 6_326 / 3, within(1e-3));
        assertThat(of(control, Metric.RETENTION).mean()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(of(control, Metric.SERVICE_COST).mean()).isCloseTo(700 / 3.0, within(1e-9));
        assertThat(of(Objects.requireNonNull(sums.get(1)), Metric.RETENTION).units())
                .as("seen ten days ago: whether she comes back cannot be told yet")
                .isZero();
    }

    @Test
    @Capability("EXP-04")
    void everyMetricEqualsAPlainRecountOfRandomMembers() {
        var random = new SplittableRandom(41);
        Instant now = clock.instant();
        for (long id = FIRST + 1_000; id < FIRST + 1_400; id++) {
            Instant first = now.minus(Duration.ofDays(random.nextInt(1, 60)));
            seen.add(new Exposure("recount", 1, id, random.nextInt(2), first));
            for (int i = random.nextInt(6); i > 0; i--) {
                int sign = random.nextInt(5) == 0 ? -1 : 1;
                spend(id, first, random.nextInt(-20, 40), sign * random.nextLong(1, 90_000));
                cost(id, first, random.nextInt(-20, 40), sign * random.nextLong(1, 900));
            }
        }
        Map<Integer, Map<Metric, Moments>> sums = counted("recount", now);
        double cap = cap(now);
        for (int arm = 0; arm < 2; arm++) {
            Map<Metric, Moments> found = Objects.requireNonNull(sums.get(arm));
            for (Metric metric : Metric.values()) {
                Moments plain = recount(metric, arm, now, cap);
                assertThat(of(found, metric).units()).as("%s", metric).isEqualTo(plain.units());
                assertThat(of(found, metric).sum())
                        .as("%s", metric)
                        .isCloseTo(plain.sum(), within(1e-3));
                assertThat(of(found, metric).sumSquares() / Math.max(plain.sumSquares(), 1))
                        .as("%s", metric)
                        .isCloseTo(plain.sumSquares() > 0 ? 1 : 0, within(1e-9));
            }
        }
    }

    private Moments recount(Metric metric, int arm, Instant now, double cap) {
        Moments moments = Moments.NONE;
        for (Exposure one : seen) {
            boolean ripe = !one.at().plus(Duration.ofDays(28)).isAfter(now);
            if (one.arm() == arm && (metric != Metric.RETENTION || ripe)) {
                moments = moments.with(value(metric, one, now, cap));
            }
        }
        return moments;
    }

    private double value(Metric metric, Exposure one, Instant now, double cap) {
        return switch (metric) {
            case CONVERSION -> after(spent, one, 0, now).anyMatch(s -> s.amountMinor() > 0) ? 1 : 0;
            case REVENUE, REVENUE_PER_TICKET -> Math.min(sum(after(spent, one, 0, now)), cap);
            case RETENTION ->
                    after(spent, one, 7, one.at().plus(Duration.ofDays(28)))
                                    .anyMatch(s -> s.amountMinor() > 0)
                            ? 1
                            : 0;
            case SERVICE_COST -> sum(after(costs, one, 0, now));
        };
    }

    /** The 99.9th percentile of those who spent, between the two nearest. */
    private double cap(Instant now) {
        double[] rising =
                seen.stream()
                        .mapToDouble(one -> sum(after(spent, one, 0, now)))
                        .filter(x -> x > 0)
                        .sorted()
                        .toArray();
        double at = 0.999 * (rising.length - 1);
        int below = (int) at;
        return rising[below] + (at - below) * (rising[below + 1] - rising[below]);
    }

    private static Stream<Spend> after(List<Spend> all, Exposure one, int days, Instant until) {
        Instant from = one.at().plus(Duration.ofDays(days));
        return all.stream()
                .filter(s ->
                        s.memberId() == one.memberId()
                                && !s.at().isBefore(from)
                                && s.at().isBefore(until));
    }

    private static double sum(Stream<Spend> of) {
        return of.mapToLong(Spend::amountMinor).sum();
    }

    private static Moments of(Map<Metric, Moments> sums, Metric metric) {
        return Objects.requireNonNull(sums.get(metric));
    }

    private Map<Integer, Map<Metric, Moments>> counted(String key, Instant now) {
        results.expose(seen);
        results.spend(spent);
        results.cost(costs);
        return results.sums(key, 1, 14, now);
    }

    private void spend(long member, Instant first, int day, long amount) {
        spent.add(row(member, first, day, amount, spent.size()));
    }

    private void cost(long member, Instant first, int day, long amount) {
        costs.add(row(member, first, day, amount, costs.size()));
    }

    private static Spend row(long member, Instant first, int day, long amount, int number) {
        return new Spend(member, "metric:" + number, first.plus(Duration.ofDays(day)), amount);
    }
}

package dev.waystation.platform.members.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.loyalty.model.EarningEvent;
import dev.waystation.platform.members.loyalty.model.Limit;
import dev.waystation.platform.members.loyalty.model.RuleSketch;
import dev.waystation.platform.members.loyalty.store.PotStore;
import dev.waystation.platform.members.loyalty.store.RuleStore;
import dev.waystation.platform.members.loyalty.usecase.RecordEarning;
import dev.waystation.testkit.Capability;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A budget of 1,000 points and 60 members who want 50 each at the same moment. */
@PlatformIT
class RecordEarningRaceIT {

    private static final int MEMBERS = 60;
    private static final int EACH = 50;
    private static final long BUDGET = 1_000;

    @Autowired RecordEarning record;
    @Autowired RuleStore rules;
    @Autowired PotStore pots;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired Clock clock;

    @Test
    @Capability("L35")
    void aBudgetIsNeverExceededHoweverManyWantItAtOnce() throws Exception {
        String code = "race-" + UUID.randomUUID().toString().substring(0, 8);
        publish(code);
        List<Callable<Long>> wants = new ArrayList<>();
        for (int i = 0; i < MEMBERS; i++) {
            EarningEvent event = survey(code, 810_000_000L + i);
            wants.add(() ->
                    record.handle(List.of(event)).getFirst().decision().of("points").stream()
                            .filter(fired -> fired.rule().code().equals(code))
                            .mapToLong(fired -> fired.granted())
                            .sum());
        }
        assertThat(sum(wants)).isEqualTo(BUDGET);
        assertThat(given(code)).isEqualTo(BUDGET);
        rules.end(code, clock.instant());
    }

    /** The control: checking the pot without holding it gives more than there is. */
    @Test
    void readingThePotWithoutHoldingItGivesTooMuch() throws Exception {
        Limit.Counter pot = new Limit.Counter(0, "control " + UUID.randomUUID());
        transaction.executeWithoutResult(_ -> pots.lock(List.of(pot)));
        var gate = new java.util.concurrent.CyclicBarrier(MEMBERS / 10);
        List<Callable<Long>> wants = new ArrayList<>();
        for (int i = 0; i < MEMBERS / 10; i++) {
            wants.add(() ->
                    transaction.execute(_ -> {
                        long used = pots.read(List.of(pot)).getOrDefault(pot, 0L);
                        await(gate);
                        long granted = Math.min(400, BUDGET - used);
                        pots.draw(Map.of(pot, granted));
                        return granted;
                    }));
        }
        assertThat(sum(wants)).isGreaterThan(BUDGET);
    }

    private void publish(String code) {
        Instant from = clock.instant().minusSeconds(60);
        RuleSketch sketch =
                new RuleSketch(
                        code,
                        "park",
                        Said.same(code),
                        "survey",
                        Map.of("channel", code),
                        Map.of("fixed", EACH),
                        "extra",
                        1,
                        "points",
                        List.of(
                                new Limit(
                                        Limit.Scope.EVERYONE,
                                        Limit.Period.EVER,
                                        Limit.Measure.POINTS,
                                        BUDGET,
                                        null)));
        transaction.executeWithoutResult(_ -> {
            rules.draft(sketch, "test", from);
            rules.publish(code, from, "test", from);
        });
    }

    private EarningEvent survey(String code, long member) {
        return new EarningEvent(
                "park",
                "survey",
                code,
                member,
                clock.instant(),
                "",
                List.of(),
                Map.of("channel", code),
                Said.same("race"));
    }

    private long given(String code) {
        return jdbc.sql("select sum(points) from loyalty.earned where rule = :rule")
                .param("rule", code)
                .query(Long.class)
                .single();
    }

    private static void await(java.util.concurrent.CyclicBarrier gate) {
        try {
            gate.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static long sum(List<Callable<Long>> wants) throws Exception {
        long sum = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Long> each : threads.invokeAll(wants)) {
                sum += each.get();
            }
        }
        return sum;
    }
}

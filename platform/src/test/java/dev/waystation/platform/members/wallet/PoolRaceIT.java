package dev.waystation.platform.members.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.members.membership.store.HouseholdStore;
import dev.waystation.platform.members.wallet.model.PoolPlan;
import dev.waystation.platform.members.wallet.usecase.ShowPoints;
import dev.waystation.testkit.Capability;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Sixty-four people spend from one pool, and its owners spend their own points meanwhile. */
@PlatformIT
class PoolRaceIT {

    private static final int CLIENTS = 64;

    @Autowired PooledPoints pool;
    @Autowired Points points;
    @Autowired HouseholdStore households;
    @Autowired ShowPoints show;
    @Autowired Clock clock;

    @Test
    @Capability("L84")
    void controlPlanningWithoutHoldingPromisesTheSamePointsToSeveral() throws Exception {
        Kinsfolk family = family(100);
        CyclicBarrier together = new CyclicBarrier(CLIENTS);
        long promised =
                race(() -> {
                    List<PoolPlan.Owner> owners =
                            family.people().stream().map(each -> owner(each.memberId())).toList();
                    together.await();
                    return PoolPlan.possible(owners) >= 800 ? 800L : 0L;
                });
        assertThat(promised).as("more than the 800 there are").isGreaterThan(800);
    }

    @Test
    @Capability("L84")
    void ofSixtyFourDrawsAtOnceJustSoManyPassAsTheFamilyHasPointsFor() throws Exception {
        Kinsfolk family = family(100);
        long drawn =
                race(() ->
                        pool.draw(
                                                new PooledPoints.Draw(
                                                        UUID.randomUUID(),
                                                        family.owner().memberId(),
                                                        30,
                                                        "upgrade",
                                                        null))
                                        instanceof PooledPoints.Outcome.Done done
                                ? done.amount()
                                : 0L);
        assertThat(drawn).isEqualTo(780);
        assertThat(left(family)).isEqualTo(20);
        assertThat(show.verify().sound()).isTrue();
    }

    @Test
    @Capability("L84")
    void drawsAndTheOwnersOwnSpendingTogetherNeverTakeMoreThanThereIs() throws Exception {
        Kinsfolk family = family(200);
        CyclicBarrier together = new CyclicBarrier(CLIENTS);
        AtomicInteger turn = new AtomicInteger();
        long gone =
                race(() -> {
                    int i = turn.getAndIncrement();
                    together.await();
                    Wishes who = family.people().get(i % 8);
                    if (i % 2 == 0) {
                        return points.post(who.spend(60)) instanceof PostOutcome.Posted posted
                                ? posted.amount()
                                : 0L;
                    }
                    return pool.draw(
                                            new PooledPoints.Draw(
                                                    UUID.randomUUID(),
                                                    who.memberId(),
                                                    50,
                                                    "upgrade",
                                                    null))
                                    instanceof PooledPoints.Outcome.Done done
                            ? done.amount()
                            : 0L;
                });
        assertThat(gone + left(family)).isEqualTo(1_600);
        assertThat(family.people())
                .allSatisfy(each ->
                        assertThat(points.balance(each.memberId(), Points.POINTS).held())
                                .as("no hold is left behind")
                                .isZero());
        assertThat(show.verify().sound()).isTrue();
    }

    private Kinsfolk family(long each) {
        Kinsfolk family = Kinsfolk.of(8, households, clock);
        LocalDate today = LocalDate.now(clock);
        for (int i = 0; i < 8; i++) {
            points.post(family.people().get(i).credit(each, today.plusDays(10 + i % 3)));
        }
        return family;
    }

    private PoolPlan.Owner owner(long member) {
        long spendable = points.balance(member, Points.POINTS).spendable();
        return new PoolPlan.Owner(member, spendable, List.of());
    }

    private long left(Kinsfolk family) {
        return family.people().stream()
                .mapToLong(each -> points.balance(each.memberId(), Points.POINTS).spendable())
                .sum();
    }

    private static long race(Callable<Long> call) throws Exception {
        try (ExecutorService clients =
                Executors.newFixedThreadPool(CLIENTS, Thread.ofVirtual().factory())) {
            List<Future<Long>> answers = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                answers.add(clients.submit(call));
            }
            long sum = 0;
            for (Future<Long> answer : answers) {
                sum += answer.get();
            }
            return sum;
        }
    }
}

package dev.waystation.platform.members.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.members.membership.Household.DrawOrder;
import dev.waystation.platform.members.wallet.PooledPoints.Part;
import dev.waystation.platform.members.wallet.model.JointMove;
import dev.waystation.platform.members.wallet.model.PoolPlan;
import dev.waystation.platform.members.wallet.model.PoolPlan.Owner;
import dev.waystation.platform.members.wallet.model.PoolPlan.Slice;
import dev.waystation.testkit.Capability;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** The plan of a draw against one that takes a single point at a time. */
class PoolPlanAgainstReference {

    private static final int CASES = 1_000;
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    @Test
    @Capability("L84")
    void earliestOverAllTakesWhatTakingPointByPointTakes() {
        everyCase((family, amount, order, random) ->
                assertThat(byOwnerAndDay(PoolPlan.take(family, amount, DrawOrder.EARLIEST)))
                        .isEqualTo(byOwnerAndDay(pointByPoint(family, amount))));
    }

    @Test
    @Capability("L84")
    void nobodyGivesMoreThanTheyLetTheFamilyDrawAndPartsSumToTheAmount() {
        everyCase((family, amount, order, random) -> {
            Map<Long, Long> given = JointMove.byOwner(PoolPlan.take(family, amount, order));
            assertThat(given.values().stream().mapToLong(each -> each).sum()).isEqualTo(amount);
            for (Owner owner : family) {
                long exact = given.getOrDefault(owner.memberId(), 0L);
                assertThat(exact).isLessThanOrEqualTo(owner.drawable());
                if (order == DrawOrder.PRO_RATA) {
                    double quota = (double) amount * owner.drawable() / PoolPlan.possible(family);
                    assertThat((double) exact).isBetween(Math.floor(quota), Math.ceil(quota));
                }
            }
        });
    }

    @Test
    @Capability("L84")
    void returnsInAnyPiecesBringBackExactlyWhatWasTaken() {
        everyCase((family, amount, order, random) -> {
            List<Part> taken = PoolPlan.take(family, amount, order);
            List<Part> left = new ArrayList<>(taken);
            List<Part> back = new ArrayList<>();
            while (!left.isEmpty()) {
                long rest = left.stream().mapToLong(Part::amount).sum();
                List<Part> some = PoolPlan.giveBack(left, random.nextLong(1, rest + 1), order);
                back.addAll(some);
                left = minus(left, some);
            }
            assertThat(byOwnerAndDay(back)).isEqualTo(byOwnerAndDay(taken));
        });
    }

    @Test
    @Capability("L84")
    void drawingAgainAndAgainNeverTakesMoreThanTheAgreedShare() {
        RandomGenerator random = new SplittableRandom(84);
        for (int i = 0; i < CASES; i++) {
            long owned = random.nextLong(100_000);
            int percent = random.nextInt(101);
            long drawn = 0;
            for (int draw = 0; draw < 20; draw++) {
                long now = PoolPlan.drawable(percent, owned - drawn, drawn);
                drawn += Math.ceilDiv(now, 3);
            }
            assertThat(drawn).isLessThanOrEqualTo(owned * percent / 100);
        }
    }

    private interface Check {
        void of(List<Owner> family, long amount, DrawOrder order, RandomGenerator random);
    }

    private static void everyCase(Check check) {
        RandomGenerator random = new SplittableRandom(2026);
        for (int i = 0; i < CASES; i++) {
            List<Owner> family = family(random);
            long possible = PoolPlan.possible(family);
            if (possible > 0) {
                DrawOrder order = random.nextBoolean() ? DrawOrder.EARLIEST : DrawOrder.PRO_RATA;
                check.of(family, random.nextLong(1, possible + 1), order, random);
            }
        }
    }

    private static List<Owner> family(RandomGenerator random) {
        List<Owner> owners = new ArrayList<>();
        for (int i = random.nextInt(8); i >= 0; i--) {
            List<Slice> slices = new ArrayList<>();
            for (int day = 0; day < 6; day++) {
                if (random.nextBoolean()) {
                    slices.add(new Slice(DAY.plusDays(day), random.nextLong(1, 40)));
                }
            }
            owners.add(new Owner(0, random.nextLong(0, 100), slices));
        }
        return numbered(owners);
    }

    private static List<Owner> numbered(List<Owner> owners) {
        List<Owner> numbered = new ArrayList<>();
        long number = 7;
        for (Owner each : owners) {
            long has = each.slices().stream().mapToLong(Slice::free).sum();
            numbered.add(new Owner(number++, Math.min(has, each.drawable()), each.slices()));
        }
        return numbered;
    }

    /** Looks at everything again for every single point. */
    private static List<Part> pointByPoint(List<Owner> family, long amount) {
        Map<String, Long> taken = new HashMap<>();
        Map<Long, Long> given = new HashMap<>();
        List<Part> parts = new ArrayList<>();
        for (long i = 0; i < amount; i++) {
            Part best = null;
            for (Owner owner : family) {
                for (Slice slice : owner.slices()) {
                    String key = owner.memberId() + " " + slice.lastDay();
                    boolean can =
                            taken.getOrDefault(key, 0L) < slice.free()
                                    && given.getOrDefault(owner.memberId(), 0L) < owner.drawable();
                    if (can
                            && (best == null
                                    || slice.lastDay().isBefore(day(best))
                                    || (slice.lastDay().equals(best.lastDay())
                                            && owner.memberId() < best.memberId()))) {
                        best = new Part(owner.memberId(), slice.lastDay(), 1);
                    }
                }
            }
            if (best == null) {
                throw new IllegalStateException("nobody can give point " + i);
            }
            taken.merge(best.memberId() + " " + best.lastDay(), 1L, Long::sum);
            given.merge(best.memberId(), 1L, Long::sum);
            parts.add(best);
        }
        return parts;
    }

    private static LocalDate day(Part part) {
        return Objects.requireNonNull(part.lastDay());
    }

    private static Map<String, Long> byOwnerAndDay(List<Part> parts) {
        Map<String, Long> sums = new TreeMap<>();
        parts.forEach(part ->
                sums.merge(part.memberId() + " " + part.lastDay(), part.amount(), Long::sum));
        return sums;
    }

    private static List<Part> minus(List<Part> from, List<Part> what) {
        Map<String, Long> gone = byOwnerAndDay(what);
        return from.stream()
                .map(part ->
                        new Part(
                                part.memberId(),
                                part.lastDay(),
                                part.amount()
                                        - gone.getOrDefault(
                                                part.memberId() + " " + part.lastDay(), 0L)))
                .filter(part -> part.amount() > 0)
                .toList();
    }
}

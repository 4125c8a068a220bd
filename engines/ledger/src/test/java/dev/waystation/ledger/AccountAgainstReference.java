package dev.waystation.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The account against a model in which every single point is an object of its own. */
class AccountAgainstReference {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14})
    void everyAnswerEqualsThatOfAModelThatCountsSinglePoints(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Account account = new Account();
        SinglePoints reference = new SinglePoints();
        List<UUID> holds = new ArrayList<>();
        int today = 500;
        for (int step = 0; step < 3_000; step++) {
            today += random.nextInt(10) == 0 ? 1 : 0;
            int amount = random.nextInt(1, 40);
            switch (random.nextInt(6)) {
                case 0, 1 -> {
                    LotKey key = new LotKey(today + random.nextInt(12), "railway", "travel");
                    account.credit(amount, key, today);
                    reference.credit(amount, key.lastDay());
                }
                case 2 ->
                        assertThat(passed(account.spend(amount, today)))
                                .isEqualTo(reference.spend(amount, today));
                case 3 -> {
                    UUID id = new UUID(seed, step);
                    holds.add(id);
                    assertThat(passed(account.hold(id, amount, today)))
                            .isEqualTo(reference.hold(id, amount, today));
                }
                case 4 -> {
                    if (!holds.isEmpty()) {
                        UUID id = holds.get(random.nextInt(holds.size()));
                        boolean capture = random.nextBoolean();
                        assertThat(
                                        passed(
                                                capture
                                                        ? account.capture(id, amount)
                                                        : account.release(id)))
                                .isEqualTo(
                                        capture
                                                ? reference.capture(id, amount)
                                                : reference.release(id));
                    }
                }
                default -> {
                    long expired = 0;
                    while (account.expireFirstLapsed(today) instanceof Decision.Posted(Entry e)) {
                        expired += e.amount();
                    }
                    assertThat(expired).isEqualTo(reference.expire(today));
                }
            }
            for (int day = today; day < today + 12; day++) {
                assertThat(account.spendable(day)).isEqualTo(reference.spendable(day));
            }
        }
    }

    private static boolean passed(Decision decision) {
        return decision instanceof Decision.Posted;
    }

    /** Slow, and so plain that it is right. */
    private static final class SinglePoints {

        private static final class Point {
            final int lastDay;
            boolean gone;
            java.util.Optional<UUID> heldBy = java.util.Optional.empty();

            Point(int lastDay) {
                this.lastDay = lastDay;
            }
        }

        private final List<Point> points = new ArrayList<>();
        private final List<UUID> open = new ArrayList<>();

        void credit(int amount, int lastDay) {
            for (int i = 0; i < amount; i++) {
                points.add(new Point(lastDay));
            }
        }

        List<Point> usable(int today) {
            return points.stream()
                    .filter(p -> !p.gone && p.heldBy.isEmpty() && p.lastDay >= today)
                    .sorted(Comparator.comparingInt(p -> p.lastDay))
                    .toList();
        }

        long spendable(int today) {
            return usable(today).size();
        }

        boolean spend(int amount, int today) {
            List<Point> usable = usable(today);
            if (usable.size() < amount) {
                return false;
            }
            usable.subList(0, amount).forEach(p -> p.gone = true);
            return true;
        }

        boolean hold(UUID id, int amount, int today) {
            List<Point> usable = usable(today);
            if (usable.size() < amount) {
                return false;
            }
            usable.subList(0, amount).forEach(p -> p.heldBy = java.util.Optional.of(id));
            open.add(id);
            return true;
        }

        boolean capture(UUID id, int amount) {
            List<Point> frozen = frozen(id);
            if (frozen.size() < amount || !open.remove(id)) {
                return false;
            }
            frozen.subList(0, amount).forEach(p -> p.gone = true);
            frozen.forEach(p -> p.heldBy = java.util.Optional.empty());
            return true;
        }

        boolean release(UUID id) {
            frozen(id).forEach(p -> p.heldBy = java.util.Optional.empty());
            return open.remove(id);
        }

        long expire(int today) {
            List<Point> lapsed =
                    points.stream()
                            .filter(p -> !p.gone && p.heldBy.isEmpty() && p.lastDay < today)
                            .toList();
            lapsed.forEach(p -> p.gone = true);
            return lapsed.size();
        }

        private List<Point> frozen(UUID id) {
            return points.stream()
                    .filter(p -> p.heldBy.filter(id::equals).isPresent())
                    .sorted(Comparator.comparingInt(p -> p.lastDay))
                    .toList();
        }
    }
}

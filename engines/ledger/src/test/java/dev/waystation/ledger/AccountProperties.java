package dev.waystation.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws that hold after every step of a random walk. */
class AccountProperties {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {5, 6, 7})
    void anAccountReplayedFromItsEntriesStandsAsTheOneThatDecidedThem(long seed) {
        RandomWalk walk = new RandomWalk(seed);
        Map<Long, Lot> lots = new TreeMap<>();
        long debt = 0;
        for (int step = 0; step < 10_000; step++) {
            if (walk.step(walk.account) instanceof Decision.Posted(Entry entry)) {
                entry.lots().forEach(lot -> lots.put(lot.number(), lot));
                debt -= entry.change(Place.DEBT);
            }
        }
        assertThat(lots.values()).containsExactlyInAnyOrderElementsOf(walk.account.lots());
        assertThat(debt).isEqualTo(walk.account.debt());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 20_261_122, 77})
    void lotsSumToTheBalanceAndAllPostingsToZeroAndNothingFallsBelowZero(long seed) {
        RandomWalk walk = new RandomWalk(seed);
        Map<Place, Long> journal = new EnumMap<>(Place.class);
        for (int step = 0; step < 10_000; step++) {
            long before = walk.account.entries();
            Decision decision = walk.step(walk.account);
            if (decision instanceof Decision.Posted(Entry entry)) {
                assertThat(entry.number()).isEqualTo(before + 1);
                entry.postings()
                        .forEach(each -> journal.merge(each.place(), each.amount(), Long::sum));
            } else {
                assertThat(walk.account.entries()).isEqualTo(before);
            }
            long free = 0;
            long held = 0;
            for (Lot lot : walk.account.lots()) {
                assertThat(lot.free()).isNotNegative();
                assertThat(lot.held()).isNotNegative();
                free += lot.free();
                held += lot.held();
            }
            assertThat(free)
                    .isEqualTo(walk.account.available())
                    .isEqualTo(journal.getOrDefault(Place.AVAILABLE, 0L));
            assertThat(held)
                    .isEqualTo(walk.account.held())
                    .isEqualTo(journal.getOrDefault(Place.HELD, 0L));
            assertThat(walk.account.pending())
                    .isEqualTo(journal.getOrDefault(Place.PENDING, 0L))
                    .isNotNegative();
            assertThat(-walk.account.debt())
                    .isEqualTo(journal.getOrDefault(Place.DEBT, 0L))
                    .isNotPositive();
        }
        assertThat(journal.values().stream().mapToLong(Long::longValue).sum()).isZero();
    }
}

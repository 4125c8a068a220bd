package dev.waystation.platform.engagement.journey.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.testkit.Capability;
import dev.waystation.testkit.Seeded;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FairSharesTest {

    @Test
    void whoNeedsLittleGetsItAndLeavesTheRest() {
        assertThat(FairShares.of(Map.of(7L, 1_000, 8L, 10), 1_000))
                .isEqualTo(Map.of(7L, 990, 8L, 10));
        assertThat(FairShares.of(Map.of(1L, 1_000, 2L, 300, 3L, 1_000), 1_000))
                .containsEntry(2L, 300)
                .containsValues(350);
    }

    @Test
    void nobodyGetsNothingHoweverManyTheyAre() {
        Map<Long, Integer> due = new HashMap<>();
        for (long journey = 0; journey < 30; journey++) {
            due.put(journey, 5);
        }
        assertThat(FairShares.of(due, 10)).hasSize(30).containsValue(1).doesNotContainValue(2);
    }

    /** One after the other takes one, round and round, until the batch is full. */
    @Test
    @Capability("JRN-21")
    void sharesAreThoseOfTakingTurns() {
        Seeded.runs(
                500,
                draw -> {
                    Map<Long, Integer> due = new HashMap<>();
                    int journeys = draw.between(1, 12);
                    for (long journey = 0; journey < journeys; journey++) {
                        due.put(journey, draw.between(1, draw.oneOf(3, 40, 400)));
                    }
                    int limit = draw.between(journeys, 500);
                    assertThat(FairShares.of(due, limit).values())
                            .containsExactlyInAnyOrderElementsOf(inTurns(due, limit).values());
                });
    }

    private static Map<Long, Integer> inTurns(Map<Long, Integer> due, int limit) {
        Map<Long, Integer> taken = new TreeMap<>();
        boolean more = true;
        int left = limit;
        while (more && left > 0) {
            more = false;
            for (Map.Entry<Long, Integer> each : due.entrySet()) {
                if (left > 0 && taken.getOrDefault(each.getKey(), 0) < each.getValue()) {
                    taken.merge(each.getKey(), 1, Integer::sum);
                    left--;
                    more = true;
                }
            }
        }
        return taken;
    }
}

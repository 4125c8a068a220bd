package dev.waystation.seating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.testkit.Capability;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Requests that could fill a train without a gap arrive in random order: the share that best fit
 * seats must not fall below the figures published for these sizes (reference study, section 4).
 */
class PerfectFillingsTest {

    private record Way(int from, int to) {}

    @ParameterizedTest
    @CsvSource({
        "10, 100, 0.986", "20, 100, 0.978", "38, 100, 0.972",
        "10, 1200, 0.997", "20, 1200, 0.995", "38, 1200, 0.992"
    })
    @Capability("S52")
    void best_fit_seats_nearly_all_of_a_perfect_filling(int calls, int size, double floor) {
        int fillings = size > 1_000 ? 6 : 40;
        long wanted = 0;
        long seated = 0;
        for (int filling = 0; filling < fillings; filling++) {
            SplittableRandom random = new SplittableRandom(filling * 7_919L + calls);
            TrainSeats train = new TrainSeats(calls, SeatLayout.unnumbered(size));
            for (Way way : shuffled(random, perfectFilling(random, calls, size))) {
                wanted++;
                seated += train.sell(way.from(), way.to()) instanceof SaleOutcome.Sold ? 1 : 0;
            }
        }
        double share = Math.round(1_000.0 * seated / wanted) / 1_000.0;
        assertThat(share).as("to the printed digits").isGreaterThanOrEqualTo(floor);
    }

    /** Every seat's legs cut at random into ways: from a call, any later call is as likely. */
    private static List<Way> perfectFilling(SplittableRandom random, int calls, int size) {
        List<Way> ways = new ArrayList<>();
        for (int seat = 0; seat < size; seat++) {
            int from = 0;
            while (from < calls - 1) {
                int to = from + 1 + random.nextInt(calls - 1 - from);
                ways.add(new Way(from, to));
                from = to;
            }
        }
        return ways;
    }

    private static List<Way> shuffled(SplittableRandom random, List<Way> ways) {
        for (int i = ways.size() - 1; i > 0; i--) {
            java.util.Collections.swap(ways, i, random.nextInt(i + 1));
        }
        return ways;
    }
}

package dev.waystation.seating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.testkit.Capability;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random commands on the engine and on the naive train: same answers, same state, every time. */
class TrainSeatsAgainstReference {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233})
    @Capability("S2")
    void every_answer_and_every_count_equals_the_naive_train(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int calls = 2 + random.nextInt(12);
        int size = 1 + random.nextInt(30);
        SeatLayout layout = SeatLayout.rowsOfFive(size, 10);
        TrainSeats engine = new TrainSeats(calls, layout);
        NaiveTrain naive = new NaiveTrain(calls, size);

        for (int step = 0; step < 1_500; step++) {
            int from = random.nextInt(calls - 1);
            int to = from + 1 + random.nextInt(calls - 1 - from);
            int seat = random.nextInt(size);
            switch (random.nextInt(7)) {
                case 0, 1, 2 -> sellsTheSame(engine, naive, from, to);
                case 3 -> sellsAPartyAsCloseAsCanBe(engine, naive, from, to, 2 + random.nextInt(4));
                case 4, 5 -> freesTheSame(engine, naive, seat, from, to);
                default -> blocksTheSame(engine, naive, seat, from, to);
            }
            for (int origin = 0; origin < calls - 1; origin++) {
                for (int target = origin + 1; target < calls; target++) {
                    assertThat(engine.free(origin, target))
                            .as("seed %d step %d pair %d-%d", seed, step, origin, target)
                            .isEqualTo(naive.count(origin, target));
                }
            }
        }
    }

    private static void sellsTheSame(TrainSeats engine, NaiveTrain naive, int from, int to) {
        int expected = naive.bestFit(from, to);
        switch (engine.sell(from, to)) {
            case SaleOutcome.Sold sold -> {
                assertThat(sold.onlySeat()).isEqualTo(expected);
                naive.set(naive.taken, expected, from, to, true);
            }
            case SaleOutcome.Refused refused -> {
                assertThat(expected).isEqualTo(-1);
                assertThat(refused.code())
                        .isIn(SaleRefusal.LEG_IS_FULL, SaleRefusal.NO_SEAT_FOR_THE_WHOLE_WAY);
            }
        }
    }

    private static void sellsAPartyAsCloseAsCanBe(
            TrainSeats engine, NaiveTrain naive, int from, int to, int party) {
        int free = naive.count(from, to);
        switch (engine.sell(from, to, party)) {
            case SaleOutcome.Sold sold -> {
                assertThat(sold.seats()).doesNotHaveDuplicates().hasSize(party);
                assertThat(sold.seats()).allMatch(seat -> naive.isFree(seat, from, to));
                assertThat(sold.together())
                        .isEqualTo(naive.closest(engine.layout(), from, to, party));
                sold.seats().forEach(seat -> naive.set(naive.taken, seat, from, to, true));
            }
            case SaleOutcome.Refused refused -> {
                assertThat(free).isLessThan(party);
                assertThat(refused.available()).isEqualTo(free);
            }
        }
    }

    private static void freesTheSame(
            TrainSeats engine, NaiveTrain naive, int seat, int from, int to) {
        boolean allSold = true;
        for (int leg = from; leg < to; leg++) {
            allSold &= naive.taken[seat][leg];
        }
        assertThat(engine.free(seat, from, to) instanceof SeatChange.Changed).isEqualTo(allSold);
        if (allSold) {
            naive.set(naive.taken, seat, from, to, false);
        }
    }

    private static void blocksTheSame(
            TrainSeats engine, NaiveTrain naive, int seat, int from, int to) {
        if (naive.isFree(seat, from, to)) {
            assertThat(engine.block(seat, from, to)).isInstanceOf(SeatChange.Changed.class);
            naive.set(naive.blocked, seat, from, to, true);
            return;
        }
        assertThat(engine.block(seat, from, to)).isInstanceOf(SeatChange.Unchanged.class);
        boolean allBlocked = true;
        for (int leg = from; leg < to; leg++) {
            allBlocked &= naive.blocked[seat][leg];
        }
        assertThat(engine.unblock(seat, from, to) instanceof SeatChange.Changed)
                .isEqualTo(allBlocked);
        if (allBlocked) {
            naive.set(naive.blocked, seat, from, to, false);
        }
    }
}

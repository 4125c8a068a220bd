package dev.waystation.seating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds after every command, whatever the commands were. */
class TrainSeatsProperties {

    private record Ticket(int seat, int from, int to) {}

    @ParameterizedTest
    @ValueSource(longs = {7, 11, 19, 29, 41, 71})
    void books_balance_after_every_command(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int calls = 3 + random.nextInt(36);
        int size = 20 + random.nextInt(200);
        TrainSeats train = new TrainSeats(calls, SeatLayout.rowsOfFive(size, 50));
        List<Ticket> live = new ArrayList<>();
        for (int step = 0; step < 2_500; step++) {
            if (live.isEmpty() || random.nextInt(100) < 65) {
                int from = random.nextInt(calls - 1);
                int to = from + 1 + random.nextInt(calls - 1 - from);
                if (train.sell(from, to, 1 + random.nextInt(3)) instanceof SaleOutcome.Sold sold) {
                    sold.seats().forEach(seat -> live.add(new Ticket(seat, from, to)));
                }
            } else {
                Ticket ticket = live.remove(random.nextInt(live.size()));
                assertThat(train.free(ticket.seat(), ticket.from(), ticket.to()))
                        .isInstanceOf(SeatChange.Changed.class);
            }
            assertThat(train.countsAreExact()).as("seed %d step %d", seed, step).isTrue();
            if (step % 50 == 0) {
                noTicketsOverlap(live, calls, size);
                longerWaysNeverHaveMore(train);
                everyLegAddsUp(train, live);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 17, 43})
    void buying_and_cancelling_is_the_identity(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        TrainSeats train = half_full(random);
        for (int step = 0; step < 500; step++) {
            int from = random.nextInt(37);
            int to = from + 1 + random.nextInt(37 - from);
            long state = train.digest();
            int[] counts = train.freeForAllPairs();
            if (train.sell(from, to, 2) instanceof SaleOutcome.Sold sold) {
                sold.seats().forEach(seat -> train.free(seat, from, to));
            }
            assertThat(train.digest()).isEqualTo(state);
            assertThat(train.freeForAllPairs()).isEqualTo(counts);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 17, 43})
    void the_same_commands_give_the_same_seats(long seed) {
        TrainSeats one = half_full(new SplittableRandom(seed));
        TrainSeats other = half_full(new SplittableRandom(seed));

        assertThat(one.digest()).isEqualTo(other.digest());
    }

    private static TrainSeats half_full(SplittableRandom random) {
        TrainSeats train = new TrainSeats(38, SeatLayout.rowsOfFive(300, 90));
        for (int i = 0; i < 600; i++) {
            int from = random.nextInt(37);
            train.sell(from, from + 1 + random.nextInt(37 - from));
        }
        return train;
    }

    private static void noTicketsOverlap(List<Ticket> live, int calls, int size) {
        BitSet used = new BitSet(calls * size);
        for (Ticket ticket : live) {
            for (int leg = ticket.from(); leg < ticket.to(); leg++) {
                int cell = ticket.seat() * calls + leg;
                assertThat(used.get(cell)).as("%s overlaps another", ticket).isFalse();
                used.set(cell);
            }
        }
    }

    private static void longerWaysNeverHaveMore(TrainSeats train) {
        for (int from = 0; from < train.legs(); from++) {
            for (int to = from + 2; to <= train.legs(); to++) {
                assertThat(train.free(from, to))
                        .isLessThanOrEqualTo(train.free(from, to - 1))
                        .isLessThanOrEqualTo(train.free(from + 1, to));
            }
        }
    }

    private static void everyLegAddsUp(TrainSeats train, List<Ticket> live) {
        int soldUnits = 0;
        int freeUnits = 0;
        for (int leg = 0; leg < train.legs(); leg++) {
            LegFigures figures = train.leg(leg);
            assertThat(figures.seats()).isEqualTo(train.seats());
            assertThat(figures.free()).isEqualTo(train.free(leg, leg + 1));
            soldUnits += figures.sold();
            freeUnits += figures.free();
        }
        assertThat(soldUnits).isEqualTo(live.stream().mapToInt(t -> t.to() - t.from()).sum());
        assertThat(freeUnits).isEqualTo(train.seats() * train.legs() - soldUnits);
    }
}

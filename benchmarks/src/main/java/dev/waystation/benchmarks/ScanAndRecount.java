package dev.waystation.benchmarks;

import java.util.Arrays;

/**
 * The opponent of the seat engine: the same bitmaps and the same best-fit rule, but the seat is
 * found by looking at every seat and the counts are counted again after every command.
 */
final class ScanAndRecount {

    private final int calls;
    private final int legs;
    private final long[] occupied;
    private final int[] counts;
    private final boolean byRuns;

    /**
     * @param byRuns recount seat by seat from its free runs (quicker), not pair by pair
     */
    ScanAndRecount(int calls, int seats, boolean byRuns) {
        this.calls = calls;
        this.legs = calls - 1;
        this.occupied = new long[seats];
        this.counts = new int[calls * calls];
        this.byRuns = byRuns;
        recount();
    }

    /** The seat sold, or -1. */
    int sell(int from, int to) {
        long mask = mask(from, to);
        int best = -1;
        int bestSpare = Integer.MAX_VALUE;
        int bestStart = Integer.MAX_VALUE;
        for (int seat = 0; seat < occupied.length; seat++) {
            long bits = occupied[seat];
            if ((bits & mask) != 0) {
                continue;
            }
            int start = 64 - Long.numberOfLeadingZeros(bits & ((1L << from) - 1));
            int end =
                    to == legs
                            ? legs
                            : Math.min(legs, to + Long.numberOfTrailingZeros(bits >>> to));
            int spare = end - start - (to - from);
            if (spare < bestSpare || (spare == bestSpare && start < bestStart)) {
                best = seat;
                bestSpare = spare;
                bestStart = start;
            }
        }
        if (best >= 0) {
            occupied[best] |= mask;
            recount();
        }
        return best;
    }

    void free(int seat, int from, int to) {
        occupied[seat] &= ~mask(from, to);
        recount();
    }

    /** Sets the table without counting: the state both sides start from. */
    void take(int seat, int leg) {
        occupied[seat] |= 1L << leg;
    }

    int[] counts() {
        return counts.clone();
    }

    private void recount() {
        if (byRuns) {
            recountByRuns();
            return;
        }
        for (int from = 0; from < legs; from++) {
            for (int to = from + 1; to < calls; to++) {
                long mask = mask(from, to);
                int free = 0;
                for (long bits : occupied) {
                    free += (bits & mask) == 0 ? 1 : 0;
                }
                counts[from * calls + to] = free;
            }
        }
    }

    private void recountByRuns() {
        Arrays.fill(counts, 0);
        for (long bits : occupied) {
            int leg = 0;
            while (leg < legs) {
                int end = Math.min(legs, leg + Long.numberOfTrailingZeros(bits >>> leg));
                for (int from = leg; from < end; from++) {
                    for (int cell = from * calls + from + 1; cell <= from * calls + end; cell++) {
                        counts[cell]++;
                    }
                }
                leg = end + 1;
            }
        }
    }

    private static long mask(int from, int to) {
        return (-1L >>> (64 - (to - from))) << from;
    }
}

package dev.waystation.seating;

import java.util.Arrays;

/** For every pair of calls the number of seats free the whole way between them. */
final class FreeCounts {

    private final int calls;
    private final int[] count;

    FreeCounts(int calls, int everywhere) {
        this.calls = calls;
        this.count = new int[calls * calls];
        for (int from = 0; from < calls; from++) {
            Arrays.fill(count, from * calls + from + 1, (from + 1) * calls, everywhere);
        }
    }

    int at(int from, int to) {
        return count[from * calls + to];
    }

    int[] copy() {
        return count.clone();
    }

    void copyInto(int[] target) {
        System.arraycopy(count, 0, target, 0, count.length);
    }

    boolean equalTo(int[] other) {
        return Arrays.equals(count, other);
    }

    /**
     * Legs from..to-1 of one seat, which lie in the free run [start, end), become taken (-1) or
     * free (+1): every pair within the run that touches them changes by one.
     */
    void add(int from, int to, int start, int end, int delta) {
        for (int origin = start; origin < to; origin++) {
            int row = origin * calls;
            for (int cell = row + Math.max(origin, from) + 1; cell <= row + end; cell++) {
                count[cell] += delta;
            }
        }
    }

    /** One more seat free on the whole run [start, end). */
    void addRun(int start, int end) {
        for (int origin = start; origin < end; origin++) {
            for (int cell = origin * calls + origin + 1; cell <= origin * calls + end; cell++) {
                count[cell]++;
            }
        }
    }

    /** Seats whose maximal free run is exactly [start, end), by inclusion and exclusion. */
    int runsExactly(int start, int end) {
        boolean before = start > 0;
        boolean after = end < calls - 1;
        return at(start, end)
                - (before ? at(start - 1, end) : 0)
                - (after ? at(start, end + 1) : 0)
                + (before && after ? at(start - 1, end + 1) : 0);
    }

    /** The first leg of the way on which no seat is free, or -1. */
    int firstFullLeg(int from, int to) {
        for (int leg = from; leg < to; leg++) {
            if (at(leg, leg + 1) == 0) {
                return leg;
            }
        }
        return -1;
    }
}

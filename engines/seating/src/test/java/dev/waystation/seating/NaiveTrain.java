package dev.waystation.seating;

import java.util.ArrayList;
import java.util.List;

/**
 * The same rules with nothing remembered: a matrix of booleans, every question answered by looking
 * at every seat and leg.
 */
final class NaiveTrain {

    final boolean[][] taken;
    final boolean[][] blocked;
    private final int legs;

    NaiveTrain(int calls, int seats) {
        this.legs = calls - 1;
        this.taken = new boolean[seats][legs];
        this.blocked = new boolean[seats][legs];
    }

    boolean isFree(int seat, int from, int to) {
        for (int leg = from; leg < to; leg++) {
            if (taken[seat][leg] || blocked[seat][leg]) {
                return false;
            }
        }
        return true;
    }

    int count(int from, int to) {
        int free = 0;
        for (int seat = 0; seat < taken.length; seat++) {
            free += isFree(seat, from, to) ? 1 : 0;
        }
        return free;
    }

    /**
     * The seat with the smallest gap around the way, then the earliest gap, then the first seat.
     */
    int bestFit(int from, int to) {
        int best = -1;
        int bestSpare = Integer.MAX_VALUE;
        int bestStart = Integer.MAX_VALUE;
        for (int seat = 0; seat < taken.length; seat++) {
            if (!isFree(seat, from, to)) {
                continue;
            }
            int start = from;
            while (start > 0 && isFree(seat, start - 1, start)) {
                start--;
            }
            int end = to;
            while (end < legs && isFree(seat, end, end + 1)) {
                end++;
            }
            int spare = end - start - (to - from);
            if (spare < bestSpare || (spare == bestSpare && start < bestStart)) {
                best = seat;
                bestSpare = spare;
                bestStart = start;
            }
        }
        return best;
    }

    void set(boolean[][] which, int seat, int from, int to, boolean value) {
        for (int leg = from; leg < to; leg++) {
            which[seat][leg] = value;
        }
    }

    /** Best step of the ladder any choice of {@code party} free seats could reach. */
    Togetherness closest(SeatLayout layout, int from, int to, int party) {
        List<Integer> free = new ArrayList<>();
        for (int seat = 0; seat < taken.length; seat++) {
            if (isFree(seat, from, to)) {
                free.add(seat);
            }
        }
        for (int seat : free) {
            boolean sideBySide = true;
            for (int next = seat; next < seat + party; next++) {
                sideBySide &= free.contains(next) && layout.sameBench(seat, next);
            }
            if (sideBySide) {
                return Togetherness.SIDE_BY_SIDE;
            }
        }
        if (free.stream().anyMatch(s -> mates(free, s, layout::sameRow) >= party)) {
            return Togetherness.SAME_ROW;
        }
        if (free.stream().anyMatch(s -> mates(free, s, layout::sameCar) >= party)) {
            return Togetherness.SAME_CAR;
        }
        return Togetherness.ANYWHERE;
    }

    private static long mates(
            List<Integer> free, int seat, java.util.function.BiPredicate<Integer, Integer> with) {
        return free.stream().filter(other -> with.test(seat, other)).count();
    }
}

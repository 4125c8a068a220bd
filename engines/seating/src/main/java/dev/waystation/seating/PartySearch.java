package dev.waystation.seating;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Seats for a party, down the adjacency ladder; on a step, the seats that waste the fewest free
 * legs, then the first in walking order.
 */
final class PartySearch {

    private static final Comparator<Candidate> BEST_FIT_FIRST =
            Comparator.comparingInt(Candidate::spare).thenComparingInt(Candidate::seat);

    private final SeatLayout layout;
    private final List<Candidate> free = new ArrayList<>();

    private record Candidate(int seat, int spare) {}

    private record Choice(List<Candidate> seats, int spare) {}

    PartySearch(SeatLayout layout, long[] occupied, int legs, int from, int to) {
        this.layout = layout;
        long mask = Span.mask(from, to);
        for (int seat = 0; seat < occupied.length; seat++) {
            long bits = occupied[seat];
            if ((bits & mask) == 0) {
                int run = Span.runEnd(bits, to, legs) - Span.runStart(bits, from);
                free.add(new Candidate(seat, run - (to - from)));
            }
        }
    }

    /** The caller has made sure that enough seats are free. */
    SaleOutcome.Sold seat(int party) {
        Choice neighbours = neighbours(party);
        if (neighbours != null) {
            return sold(neighbours, Togetherness.SIDE_BY_SIDE);
        }
        for (Togetherness step : List.of(Togetherness.SAME_ROW, Togetherness.SAME_CAR)) {
            Choice within = within(step, party);
            if (within != null) {
                return sold(within, step);
            }
        }
        return sold(best(free, party), Togetherness.ANYWHERE);
    }

    private @Nullable Choice neighbours(int party) {
        Choice chosen = null;
        for (int first = 0; first + party <= free.size(); first++) {
            Candidate head = free.get(first);
            Candidate tail = free.get(first + party - 1);
            boolean together =
                    tail.seat() - head.seat() == party - 1
                            && layout.sameBench(head.seat(), tail.seat());
            if (together) {
                chosen = better(chosen, choice(free.subList(first, first + party)));
            }
        }
        return chosen;
    }

    private @Nullable Choice within(Togetherness step, int party) {
        Choice chosen = null;
        int first = 0;
        while (first < free.size()) {
            int group = layout.group(step, free.get(first).seat());
            int end = first + 1;
            while (end < free.size() && layout.group(step, free.get(end).seat()) == group) {
                end++;
            }
            if (end - first >= party) {
                chosen = better(chosen, best(free.subList(first, end), party));
            }
            first = end;
        }
        return chosen;
    }

    private static Choice best(List<Candidate> candidates, int party) {
        return choice(candidates.stream().sorted(BEST_FIT_FIRST).limit(party).toList());
    }

    private static Choice choice(List<Candidate> seats) {
        return new Choice(seats, seats.stream().mapToInt(Candidate::spare).sum());
    }

    private static Choice better(@Nullable Choice held, Choice next) {
        return held == null || next.spare() < held.spare() ? next : held;
    }

    private static SaleOutcome.Sold sold(Choice choice, Togetherness how) {
        return new SaleOutcome.Sold(
                choice.seats().stream().map(Candidate::seat).sorted().toList(), how);
    }
}

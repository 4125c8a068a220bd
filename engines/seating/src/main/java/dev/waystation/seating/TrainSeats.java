package dev.waystation.seating;

import dev.waystation.seating.SeatChange.Cause;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The seats of one class on one run: who may sit where on which legs.
 *
 * <p>State is one bitmap of legs per seat and, for every origin and destination, the exact number
 * of seats free the whole way. The counters are kept, never recomputed: taking legs from a seat
 * only changes the pairs inside the free run those legs lay in. Giving them back is the exact
 * inverse.
 *
 * <p>Deterministic: the same commands in the same order give the same seats. Not safe for several
 * threads; one writer owns it and readers get copies.
 */
public final class TrainSeats {

    /** Legs fit the bits of a {@code long}. */
    public static final int MOST_LEGS = 64;

    private final int calls;
    private final int legs;
    private final SeatLayout layout;
    private final long[] occupied;
    private final long[] blocked;
    private final FreeCounts counts;

    /**
     * @param calls stations the run calls at, 2 to 65
     */
    public TrainSeats(int calls, SeatLayout layout) {
        if (calls < 2 || calls - 1 > MOST_LEGS) {
            throw new IllegalArgumentException(
                    "a run has 2 to "
                            + (MOST_LEGS + 1)
                            + " calls (at most "
                            + MOST_LEGS
                            + " legs fit a seat's bitmap), got "
                            + calls);
        }
        this.calls = calls;
        this.legs = calls - 1;
        this.layout = layout;
        this.occupied = new long[layout.seats()];
        this.blocked = new long[layout.seats()];
        this.counts = new FreeCounts(calls, layout.seats());
    }

    public int calls() {
        return calls;
    }

    public int legs() {
        return legs;
    }

    public int seats() {
        return occupied.length;
    }

    public SeatLayout layout() {
        return layout;
    }

    /** Seats free on every leg from call {@code from} to call {@code to}: one array load. */
    public int free(int from, int to) {
        checkSpan(from, to);
        return counts.at(from, to);
    }

    /** A copy of all counts; the pair (from, to) is at {@code from * calls + to}. */
    public int[] freeForAllPairs() {
        return counts.copy();
    }

    /** Copies all counts into {@code target}, laid out as in {@link #freeForAllPairs()}. */
    public void copyFreeForAllPairs(int[] target) {
        counts.copyInto(target);
    }

    public boolean isFree(int seat, int from, int to) {
        checkSpan(from, to);
        return (occupied[seat] & Span.mask(from, to)) == 0;
    }

    /** Sells the seat whose free run fits the way best. */
    public SaleOutcome sell(int from, int to) {
        checkSpan(from, to);
        int seat = counts.at(from, to) == 0 ? -1 : bestFit(from, to);
        if (seat < 0) {
            return refusal(from, to, 1);
        }
        take(seat, from, to);
        return new SaleOutcome.Sold(List.of(seat), Togetherness.ALONE);
    }

    /** Sells seats for a party: side by side, else in a row, else in a car, else anywhere. */
    public SaleOutcome sell(int from, int to, int party) {
        if (party < 1) {
            throw new IllegalArgumentException("a party has at least one traveller, got " + party);
        }
        if (party == 1) {
            return sell(from, to);
        }
        checkSpan(from, to);
        if (counts.at(from, to) < party) {
            return refusal(from, to, party);
        }
        SaleOutcome.Sold sold = new PartySearch(layout, occupied, legs, from, to).seat(party);
        for (int seat : sold.seats()) {
            take(seat, from, to);
        }
        return sold;
    }

    /** Sells exactly this seat: the wish of a traveller, or a decision replayed from a journal. */
    public SaleOutcome sellSeat(int seat, int from, int to) {
        checkSpan(from, to);
        long mask = Span.mask(from, to);
        if ((occupied[seat] & mask) != 0) {
            boolean isBlocked = (blocked[seat] & mask) != 0;
            return new SaleOutcome.Refused(
                    isBlocked ? SaleRefusal.SEAT_IS_BLOCKED : SaleRefusal.SEAT_IS_TAKEN,
                    from,
                    to,
                    1,
                    counts.at(from, to),
                    counts.firstFullLeg(from, to));
        }
        take(seat, from, to);
        return new SaleOutcome.Sold(List.of(seat), Togetherness.ALONE);
    }

    /** Gives sold legs back; refused as a whole when any of them is not sold. */
    public SeatChange free(int seat, int from, int to) {
        checkSpan(from, to);
        long mask = Span.mask(from, to);
        if ((occupied[seat] & ~blocked[seat] & mask) != mask) {
            return new SeatChange.Unchanged(Cause.NOT_SOLD, seat, from, to);
        }
        giveBack(seat, from, to);
        return new SeatChange.Changed(seat, from, to);
    }

    /** Takes free legs out of sale (a broken seat, a crew seat). */
    public SeatChange block(int seat, int from, int to) {
        checkSpan(from, to);
        long mask = Span.mask(from, to);
        if ((occupied[seat] & mask) != 0) {
            return new SeatChange.Unchanged(Cause.NOT_FREE, seat, from, to);
        }
        take(seat, from, to);
        blocked[seat] |= mask;
        return new SeatChange.Changed(seat, from, to);
    }

    public SeatChange unblock(int seat, int from, int to) {
        checkSpan(from, to);
        long mask = Span.mask(from, to);
        if ((blocked[seat] & mask) != mask) {
            return new SeatChange.Unchanged(Cause.NOT_BLOCKED, seat, from, to);
        }
        blocked[seat] &= ~mask;
        giveBack(seat, from, to);
        return new SeatChange.Changed(seat, from, to);
    }

    /** Sold, blocked and free seats of one leg, counted from the bitmaps. */
    public LegFigures leg(int leg) {
        checkSpan(leg, leg + 1);
        int sold = 0;
        int out = 0;
        for (int seat = 0; seat < occupied.length; seat++) {
            long bit = 1L << leg;
            out += (blocked[seat] & bit) != 0 ? 1 : 0;
            sold += (occupied[seat] & ~blocked[seat] & bit) != 0 ? 1 : 0;
        }
        return new LegFigures(leg, sold, out, occupied.length - sold - out);
    }

    /** All counts afresh from the bitmaps, for the auditor; laid out as the kept ones. */
    public int[] recount() {
        FreeCounts fresh = new FreeCounts(calls, 0);
        for (long seat : occupied) {
            int leg = 0;
            while (leg < legs) {
                if ((seat >>> leg & 1) != 0) {
                    leg++;
                    continue;
                }
                int end = Span.runEnd(seat, leg, legs);
                fresh.addRun(leg, end);
                leg = end;
            }
        }
        return fresh.copy();
    }

    /** Whether every kept counter equals a recount. */
    public boolean countsAreExact() {
        return counts.equalTo(recount());
    }

    /** Seats with any leg sold: what a smaller train would have to re-seat. */
    public BitSet seatsInUse() {
        BitSet used = new BitSet(occupied.length);
        for (int seat = 0; seat < occupied.length; seat++) {
            used.set(seat, (occupied[seat] & ~blocked[seat]) != 0);
        }
        return used;
    }

    /** A digest of the whole state: equal after equal command streams. */
    public long digest() {
        return 31L * Arrays.hashCode(occupied) + Arrays.hashCode(blocked);
    }

    /**
     * The counters alone say which free run fits best (how many seats have exactly the free run
     * [start, end) is a difference of four counters), so the scan is one comparison per seat.
     */
    private int bestFit(int from, int to) {
        for (int spare = 0; spare <= from + legs - to; spare++) {
            for (int before = Math.min(spare, from); before >= 0; before--) {
                int start = from - before;
                int end = to + spare - before;
                if (end > legs) {
                    break;
                }
                if (counts.runsExactly(start, end) > 0) {
                    return firstSeatWithRun(start, end);
                }
            }
        }
        return -1;
    }

    private int firstSeatWithRun(int start, int end) {
        long window = Span.mask(Math.max(0, start - 1), Math.min(legs, end + 1));
        long border = window & ~Span.mask(start, end);
        for (int seat = 0; seat < occupied.length; seat++) {
            if ((occupied[seat] & window) == border) {
                return seat;
            }
        }
        throw new IllegalStateException(
                "counters promise a seat with free run ["
                        + start
                        + ","
                        + end
                        + ") but none has it");
    }

    private void take(int seat, int from, int to) {
        long bits = occupied[seat];
        counts.add(from, to, Span.runStart(bits, from), Span.runEnd(bits, to, legs), -1);
        occupied[seat] = bits | Span.mask(from, to);
    }

    private void giveBack(int seat, int from, int to) {
        long bits = occupied[seat] & ~Span.mask(from, to);
        occupied[seat] = bits;
        counts.add(from, to, Span.runStart(bits, from), Span.runEnd(bits, to, legs), 1);
    }

    private SaleOutcome.Refused refusal(int from, int to, int wanted) {
        int available = counts.at(from, to);
        int fullLeg = counts.firstFullLeg(from, to);
        SaleRefusal code =
                fullLeg >= 0
                        ? SaleRefusal.LEG_IS_FULL
                        : available == 0
                                ? SaleRefusal.NO_SEAT_FOR_THE_WHOLE_WAY
                                : SaleRefusal.FEWER_SEATS_THAN_PASSENGERS;
        return new SaleOutcome.Refused(code, from, to, wanted, available, fullLeg);
    }

    private void checkSpan(int from, int to) {
        if (from < 0 || to > legs || from >= to) {
            throw new IllegalArgumentException(
                    "calls "
                            + from
                            + " to "
                            + to
                            + " are no way on a run with "
                            + calls
                            + " calls");
        }
    }
}

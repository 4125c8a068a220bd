package dev.waystation.seating;

import java.util.List;

/** What a sale came to. Nothing changed unless it is {@link Sold}. */
public sealed interface SaleOutcome {

    /** The seats now taken, in ascending order. */
    record Sold(List<Integer> seats, Togetherness together) implements SaleOutcome {

        public int onlySeat() {
            if (seats.size() != 1) {
                throw new IllegalStateException("sold " + seats.size() + " seats, not one");
            }
            return seats.getFirst();
        }
    }

    /**
     * @param available seats free the whole way when the refusal was given
     * @param fullLeg the first leg without any free seat, or -1
     */
    record Refused(SaleRefusal code, int from, int to, int wanted, int available, int fullLeg)
            implements SaleOutcome {}
}

package dev.waystation.platform.members.auctions.model;

import org.jspecify.annotations.Nullable;

/**
 * What a member would pay at most; of equal bids the earlier one wins.
 *
 * @param sequence its turn in the auction, given under the auction's lock
 * @param price what the winner pays, null before the end
 */
public record Bid(
        long memberId,
        @Nullable Long household,
        long most,
        long sequence,
        State state,
        @Nullable Long price) {

    /** LEADING and WAITING bids hold points; WINNING is chosen but not yet paid. */
    public enum State {
        LEADING,
        WAITING,
        OUTBID,
        WINNING,
        WON,
        LOST,
        DISQUALIFIED;

        /** Points are held behind it. */
        public boolean live() {
            return this == LEADING || this == WAITING;
        }

        /** An offer made: it sets the price even after its points went back. */
        public boolean stands() {
            return live() || this == OUTBID;
        }
    }

    Bid as(State next) {
        return new Bid(memberId, household, most, sequence, next, price);
    }
}

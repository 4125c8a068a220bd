package dev.waystation.platform.members.auctions.model;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Said;
import java.time.Duration;
import java.time.Instant;

/**
 * A privilege for points.
 *
 * @param units how many are for sale
 * @param runners how many bids behind the winners stay held in case one fails
 * @param price what a winner would pay now
 */
public record Auction(
        long id,
        Said name,
        Prize prize,
        int units,
        int runners,
        Bounds bounds,
        Clocking clocking,
        State state,
        long lastSequence,
        long price) {

    /** What a winner gets: a benefit to use, for some days. */
    public record Prize(String benefit, int quota, int validDays) {
        public Prize {
            Malformed.require(quota > 0 && quota <= 99, "quota", quota, "give 1 to 99");
            Malformed.require(
                    validDays > 0 && validDays <= 730, "validDays", validDays, "give 1 to 730");
        }
    }

    /** Which bids count. */
    public record Bounds(long least, long step, long most) {
        public Bounds {
            Malformed.require(least > 0, "leastBid", least, "give at least one point");
            Malformed.require(step > 0, "step", step, "give at least one point");
            Malformed.require(most >= least, "mostBid", most, "give at least the least bid");
        }
    }

    /**
     * From when to when, and how late bids keep it open.
     *
     * @param window a bid this short before the end moves the end
     * @param extendBy to this long after the bid
     * @param fallbackHours for how long after the end a runner-up can still win
     */
    public record Clocking(
            Instant opens,
            Instant closes,
            Duration window,
            Duration extendBy,
            int extensions,
            int maxExtensions,
            int fallbackHours) {
        public Clocking {
            Malformed.require(
                    closes.isAfter(opens), "closes", closes, "give an instant after `opens`");
            Malformed.require(
                    !extendBy.minus(window).isNegative(),
                    "extendSeconds",
                    extendBy.toSeconds(),
                    "give at least the window, or a late bid would shorten the auction");
            Malformed.require(
                    maxExtensions >= 0 && maxExtensions <= 100,
                    "maxExtensions",
                    maxExtensions,
                    "give 0 to 100");
            Malformed.require(
                    fallbackHours >= 0 && fallbackHours <= 720,
                    "fallbackHours",
                    fallbackHours,
                    "give 0 to 720");
        }

        /** The same after a bid: later when it came in the last moments, so often. */
        public Clocking after(Instant bid) {
            if (extensions >= maxExtensions || bid.isBefore(closes.minus(window))) {
                return this;
            }
            return new Clocking(
                    opens,
                    bid.plus(extendBy),
                    window,
                    extendBy,
                    extensions + 1,
                    maxExtensions,
                    fallbackHours);
        }

        /** When the last runner-up is free. */
        public Instant ends() {
            return closes.plus(Duration.ofHours(fallbackHours));
        }

        /** No hold is needed after this, however many late bids come. */
        public Instant latestEnd() {
            return ends().plus(extendBy.multipliedBy(maxExtensions)).plus(Duration.ofDays(1));
        }
    }

    public enum State {
        OPEN,
        CLOSING,
        CLOSED,
        CANCELLED
    }

    public Auction {
        Malformed.require(units > 0 && units <= 1_000, "units", units, "give 1 to 1000");
        Malformed.require(runners >= 0 && runners <= 100, "runners", runners, "give 0 to 100");
    }
}

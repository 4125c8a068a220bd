package dev.waystation.platform.members.wallet;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Malformed;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Spending what a family has together. Every point stays its owner's: a draw takes from several
 * accounts at once, all or none, and what it takes names its owner, so that a return finds its way
 * home even after somebody left.
 */
public interface PooledPoints {

    /** A member wants to spend from the family. The reference makes it happen once for ever. */
    record Draw(UUID reference, long memberId, long amount, String source, @Nullable String order) {
        public Draw {
            Malformed.require(amount > 0, "amount", amount, "draw at least one point");
        }
    }

    /** Part or all of a draw comes back. */
    record Return(UUID reference, UUID draw, long amount, String source) {
        public Return {
            Malformed.require(amount > 0, "amount", amount, "give back at least one point");
        }
    }

    /** Whose points, in the order in which they were taken. */
    record Part(long memberId, @Nullable LocalDate lastDay, long amount) {}

    /** The durable answer. */
    sealed interface Outcome {

        record Done(
                UUID reference, long amount, List<Part> parts, boolean repeated, Explanation why)
                implements Outcome {}

        /**
         * Nothing changed.
         *
         * @param possible the amount that would have passed
         */
        record Refused(PoolRefusal code, long asked, long possible) implements Outcome {}
    }

    /**
     * What one of the family can give now.
     *
     * @param spendable what they own and can spend
     * @param drawable how much of that the family may draw
     */
    record Source(long memberId, long spendable, long drawable) {}

    /**
     * What a member could draw now.
     *
     * @param possible the most one draw could take; 0 with a reason when none
     */
    record Offer(long possible, @Nullable PoolRefusal whyNone, List<Source> sources) {}

    Outcome draw(Draw draw);

    Outcome giveBack(Return back);

    Offer offer(long memberId);

    /** What of a draw has not come back yet; 0 for a draw that never happened. */
    long outstanding(UUID draw);
}

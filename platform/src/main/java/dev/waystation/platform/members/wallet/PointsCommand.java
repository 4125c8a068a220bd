package dev.waystation.platform.members.wallet;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Malformed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A wish to change a balance. The reference makes it happen once for ever: the same command again
 * gets the first answer, another command under the same reference is refused.
 */
public sealed interface PointsCommand {

    UUID reference();

    long memberId();

    String currency();

    /** What the command asks for, in whole points; 0 where it follows from the hold. */
    long amount();

    /** The hold, spend or credit that this command is about. */
    default @Nullable UUID about() {
        return null;
    }

    /** What the value was given or taken for; shown in the statement. */
    String source();

    /** Adds points that can be used up to {@code expiresOn}. */
    record Credit(
            UUID reference,
            long memberId,
            String currency,
            long amount,
            LocalDate expiresOn,
            Explanation why,
            String source)
            implements PointsCommand {
        public Credit {
            Malformed.require(amount > 0, "amount", amount, "credit at least one point");
        }
    }

    /** Takes points at once. */
    record Spend(UUID reference, long memberId, String currency, long amount, String source)
            implements PointsCommand {
        public Spend {
            Malformed.require(amount > 0, "amount", amount, "spend at least one point");
        }
    }

    /** Promises points to a purpose until {@code expiresAt}; its reference names the hold. */
    record Hold(
            UUID reference,
            long memberId,
            String currency,
            long amount,
            Instant expiresAt,
            String source)
            implements PointsCommand {
        public Hold {
            Malformed.require(amount > 0, "amount", amount, "hold at least one point");
        }
    }

    /** Spends all or part of a hold; the rest goes back. */
    record Capture(
            UUID reference, long memberId, String currency, UUID about, long amount, String source)
            implements PointsCommand {
        public Capture {
            Malformed.require(amount > 0, "amount", amount, "capture at least one point");
        }
    }

    /** Gives a hold back. */
    record Release(UUID reference, long memberId, String currency, UUID about, String source)
            implements PointsCommand {
        @Override
        public long amount() {
            return 0;
        }
    }

    /** Gives back part or all of a spend to the lots it came from. */
    record GiveBack(
            UUID reference, long memberId, String currency, UUID about, long amount, String source)
            implements PointsCommand {
        public GiveBack {
            Malformed.require(amount > 0, "amount", amount, "give back at least one point");
        }
    }

    /** Takes a credit back, as far as the balance allows. */
    record TakeBack(
            UUID reference, long memberId, String currency, UUID about, long amount, String source)
            implements PointsCommand {
        public TakeBack {
            Malformed.require(amount > 0, "amount", amount, "take back at least one point");
        }
    }

    /** Moves lapsed points of the earliest lapsed day to breakage. */
    record Expire(UUID reference, long memberId, String currency) implements PointsCommand {
        @Override
        public long amount() {
            return 0;
        }

        @Override
        public String source() {
            return "expiry";
        }
    }
}

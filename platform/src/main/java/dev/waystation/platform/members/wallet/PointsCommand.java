package dev.waystation.platform.members.wallet;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Malformed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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

    /** What the command asks for, in whole points; 0 where it follows from what it is about. */
    default long amount() {
        return 0;
    }

    /** The hold, spend, credit, promise or entry that this command is about. */
    default @Nullable UUID about() {
        return null;
    }

    /** The reasons, where the command brings value or takes it away. */
    default @Nullable Explanation why() {
        return null;
    }

    /** What the value was given or taken for; shown in the statement. */
    String source();

    /** What else the statement remembers. */
    default Note note() {
        return Note.NONE;
    }

    /** Adds points that can be used up to {@code expiresOn}. */
    record Credit(
            UUID reference,
            long memberId,
            String currency,
            long amount,
            LocalDate expiresOn,
            Explanation why,
            String source,
            Note note)
            implements PointsCommand {
        public Credit {
            Malformed.require(amount > 0, "amount", amount, "credit at least one point");
        }

        public Credit(
                UUID reference,
                long memberId,
                String currency,
                long amount,
                LocalDate expiresOn,
                Explanation why,
                String source) {
            this(reference, memberId, currency, amount, expiresOn, why, source, Note.NONE);
        }
    }

    /**
     * Earns points that come true at a time, or by {@link Activate}. Their validity starts then.
     *
     * @param activatesAt null when only an action makes them come true
     */
    record Promise(
            UUID reference,
            long memberId,
            String currency,
            long amount,
            @Nullable Instant activatesAt,
            Explanation why,
            String source,
            Note note)
            implements PointsCommand {
        public Promise {
            Malformed.require(amount > 0, "amount", amount, "promise at least one point");
        }
    }

    /** What is left of a promise becomes points. */
    record Activate(UUID reference, long memberId, String currency, UUID about, String source)
            implements PointsCommand {}

    /** Part or all of a promise does not come true. */
    record Cancel(
            UUID reference, long memberId, String currency, UUID about, long amount, String source)
            implements PointsCommand {}

    /** Takes points at once. */
    record Spend(
            UUID reference, long memberId, String currency, long amount, String source, Note note)
            implements PointsCommand {
        public Spend {
            Malformed.require(amount > 0, "amount", amount, "spend at least one point");
        }

        public Spend(UUID reference, long memberId, String currency, long amount, String source) {
            this(reference, memberId, currency, amount, source, Note.NONE);
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
            implements PointsCommand {}

    /** Gives back part or all of a spend to the lots it came from. */
    record GiveBack(
            UUID reference, long memberId, String currency, UUID about, long amount, String source)
            implements PointsCommand {
        public GiveBack {
            Malformed.require(amount > 0, "amount", amount, "give back at least one point");
        }
    }

    /**
     * Takes an earn back: what is still promised first, then as far as the currency's mode goes.
     *
     * @param debtLimit the member's own limit on debt, where the mode allows any; null for the
     *     currency's
     */
    record TakeBack(
            UUID reference,
            long memberId,
            String currency,
            UUID about,
            long amount,
            String source,
            @Nullable Long debtLimit)
            implements PointsCommand {
        public TakeBack {
            Malformed.require(amount > 0, "amount", amount, "take back at least one point");
        }

        public TakeBack(
                UUID reference,
                long memberId,
                String currency,
                UUID about,
                long amount,
                String source) {
            this(reference, memberId, currency, about, amount, source, null);
        }
    }

    /** Undoes a take-back: the order is open again. */
    record Restore(UUID reference, long memberId, String currency, UUID about, String source)
            implements PointsCommand {}

    /** Takes points away by decision of a person. */
    record Deduct(
            UUID reference,
            long memberId,
            String currency,
            long amount,
            Explanation why,
            String source,
            Note note)
            implements PointsCommand {}

    /** Forgives debt by decision of a person. */
    record WriteOff(
            UUID reference,
            long memberId,
            String currency,
            long amount,
            Explanation why,
            String source,
            Note note)
            implements PointsCommand {}

    /** Gives everything that ends on one day another last day. */
    record MoveLastDay(
            UUID reference,
            long memberId,
            String currency,
            LocalDate from,
            LocalDate to,
            String source,
            Note note)
            implements PointsCommand {}

    /** Puts an expiry back, usable up to a day. */
    record Reinstate(
            UUID reference,
            long memberId,
            String currency,
            UUID about,
            LocalDate lastDay,
            String source,
            Note note)
            implements PointsCommand {}

    /** Sends points to another member; {@link TransferIn} lands them there. */
    record TransferOut(
            UUID reference, long memberId, String currency, long amount, String source, Note note)
            implements PointsCommand {}

    /** Points sent by another member land as they left: same last day, funder and source. */
    record TransferIn(
            UUID reference,
            long memberId,
            String currency,
            UUID about,
            List<Parcel> parcels,
            String source,
            Note note)
            implements PointsCommand {
        public TransferIn {
            parcels = List.copyOf(parcels);
        }

        @Override
        public long amount() {
            return parcels.stream().mapToLong(Parcel::amount).sum();
        }
    }

    /** Moves lapsed points of the earliest lapsed day to breakage. */
    record Expire(UUID reference, long memberId, String currency) implements PointsCommand {
        @Override
        public String source() {
            return "expiry";
        }
    }

    /**
     * Several commands of one member, all of them or none. The first carries the bundle's
     * reference, so that a repetition is known by it.
     */
    record Together(List<PointsCommand> parts) implements PointsCommand {
        public Together {
            parts = List.copyOf(parts);
            Malformed.require(!parts.isEmpty(), "parts", parts, "give at least one command");
            long member = parts.getFirst().memberId();
            Malformed.require(
                    parts.stream().allMatch(part -> part.memberId() == member),
                    "parts",
                    member,
                    "bundle commands of one member only");
        }

        @Override
        public UUID reference() {
            return parts.getFirst().reference();
        }

        @Override
        public long memberId() {
            return parts.getFirst().memberId();
        }

        @Override
        public String currency() {
            return parts.getFirst().currency();
        }

        @Override
        public String source() {
            return parts.getFirst().source();
        }
    }
}

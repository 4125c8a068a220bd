package dev.waystation.platform.engagement.messaging;

import dev.waystation.platform.members.membership.ContactAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A way out of the house. The sandbox takes everything and sends nothing; a vendor's adapter
 * replaces it for its channel.
 */
public interface ChannelAdapter {

    /** Whether this adapter serves the channel. */
    boolean serves(String channel);

    /** Under which name its lane, its limits and its failures are kept. */
    default String account() {
        return "in-house";
    }

    /** How hard the account may be driven. */
    default LaneLimits limits() {
        return LaneLimits.IN_HOUSE;
    }

    /** Hands over one message, once. Whatever is thrown here counts as {@link Receipt.Unknown}. */
    Receipt send(Letter letter);

    /** Asks what became of a message nobody knows of; absent while the vendor can't say either. */
    default Optional<Receipt> ask(Inquiry inquiry) {
        return Optional.empty();
    }

    /**
     * One message on its way out.
     *
     * @param reference the vendor's idempotency key
     * @param source what asked for it, such as {@code journey/first-trip}
     * @param templateCode which text, for vendors that keep texts themselves
     * @param values what fills it
     * @param page the same as a page, for a mail that has one; else empty
     */
    record Letter(
            UUID reference,
            long memberId,
            String purpose,
            String source,
            ContactAddress to,
            String title,
            String body,
            String templateCode,
            Map<String, String> values,
            String page) {}

    /** A message whose call never came back. */
    record Inquiry(UUID reference, String vendorReference, ContactAddress to, Instant sentAt) {}

    /** What the channel said. */
    sealed interface Receipt {
        /** It is there: nothing more will be said. */
        record Delivered(String vendorReference) implements Receipt {}

        /** The channel took it and will say later what became of it. */
        record Accepted(String vendorReference) implements Receipt {}

        record Refused(String code) implements Receipt {}

        /** There is nobody at this address: nothing more is ever sent to it. */
        record NoSuchAddress(String code) implements Receipt {}

        /** It has certainly not left; it may be tried again after that long. */
        record NotNow(Duration after) implements Receipt {}

        /** Not by this account: it has no such text, or no quota; another one may. */
        record CannotCarry(String code) implements Receipt {}

        /** It may have left or not; it is never sent again by guess. */
        record Unknown(String vendorReference) implements Receipt {}
    }
}

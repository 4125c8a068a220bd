package dev.waystation.platform.engagement.messaging;

import dev.waystation.platform.members.membership.ContactAddress;
import java.time.Duration;
import java.util.UUID;

/**
 * A way out of the house. The sandbox takes everything and sends nothing; a vendor's adapter
 * replaces it for its channel.
 */
public interface ChannelAdapter {

    /** Whether this adapter serves the channel. */
    boolean serves(String channel);

    /** Hands over one message, once. Whatever is thrown here counts as {@link Receipt.Unknown}. */
    Receipt send(Letter letter);

    /**
     * One message on its way out.
     *
     * @param reference the vendor's idempotency key
     */
    record Letter(UUID reference, String purpose, ContactAddress to, String title, String body) {}

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

        /** It may have left or not; it is never sent again by guess. */
        record Unknown(String vendorReference) implements Receipt {}
    }
}

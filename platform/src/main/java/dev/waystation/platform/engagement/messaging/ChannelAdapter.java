package dev.waystation.platform.engagement.messaging;

import dev.waystation.platform.members.membership.ContactAddress;
import java.util.UUID;

/**
 * A way out of the house. The sandbox takes everything and sends nothing; a vendor's adapter
 * replaces it for its channel.
 */
public interface ChannelAdapter {

    /** Whether this adapter serves the channel. */
    boolean serves(String channel);

    /**
     * Hands over one message. {@code reference} is the vendor's idempotency key: the same message
     * is handed over again after a crash between sending and recording.
     */
    Receipt send(UUID reference, ContactAddress to, String title, String body);

    /** What the channel said. */
    sealed interface Receipt {
        record Accepted(String vendorReference) implements Receipt {}

        record Refused(String code) implements Receipt {}
    }
}

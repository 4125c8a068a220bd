package dev.waystation.platform.engagement.messaging;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Malformed;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A wish to tell a member something.
 *
 * @param reference names the wish for good: offered again, it gets the answer of the first time
 * @param purpose {@code marketing}, {@code service}, or {@code transactional} for what the member
 *     himself is waiting for
 * @param values for the placeholders of the template
 * @param source what asked, such as {@code journey/first-trip}
 * @param staleAt from when it is of no use any more; null for never
 * @param because why this member: the first half of the answer to "Why did I get this?"
 */
public record MessageOffer(
        UUID reference,
        long memberId,
        String channel,
        String purpose,
        String templateCode,
        Map<String, String> values,
        String source,
        @Nullable Explanation because,
        @Nullable Instant staleAt) {

    public static final String MARKETING = "marketing";
    public static final String SERVICE = "service";
    public static final String TRANSACTIONAL = "transactional";

    public MessageOffer {
        Malformed.require(memberId > 0, "memberId", memberId, "give the id of a member");
        Malformed.require(!channel.isBlank(), "channel", channel, "name a channel, such as sms");
        Malformed.require(
                purpose.equals(MARKETING)
                        || purpose.equals(SERVICE)
                        || purpose.equals(TRANSACTIONAL),
                "purpose",
                purpose,
                "use marketing, service or transactional");
        values = Map.copyOf(values);
    }

    /** A message that never grows stale. */
    public MessageOffer(
            UUID reference,
            long memberId,
            String channel,
            String purpose,
            String templateCode,
            Map<String, String> values,
            String source,
            @Nullable Explanation because) {
        this(reference, memberId, channel, purpose, templateCode, values, source, because, null);
    }
}

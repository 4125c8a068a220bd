package dev.waystation.platform.engagement.messaging;

import java.time.Instant;
import java.util.UUID;

/**
 * A last word of whoever wanted a message, asked when it is about to leave: hours may have passed
 * since the offer.
 */
public interface SendObjection {

    /** Whether this message, offered by that source, must not leave any more. */
    boolean objects(String source, long memberId, UUID reference, Instant now);
}

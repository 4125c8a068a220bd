package dev.waystation.platform.engagement.messaging;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

/** The door for whoever offered a message and wants it back while it still waits. */
public interface Recalls {

    /** Takes back what has not left yet, in the transaction of the caller; answers how many. */
    int recall(Collection<UUID> references, Collection<Long> members, Instant at);
}

package dev.waystation.platform.engagement.messaging;

import dev.waystation.platform.foundation.edge.Explanation;
import java.time.Instant;

/** What became of an offer. Every answer carries the checks that led to it. */
public sealed interface SendOutcome {

    long messageId();

    Explanation why();

    /** It leaves at the next delivery. */
    record Queued(long messageId, Explanation why) implements SendOutcome {}

    /** It is queued, but quiet hours hold it back until then. */
    record Delayed(long messageId, Instant until, Explanation why) implements SendOutcome {}

    /** It does not leave; the id is that of the record kept of the refusal. */
    record Withheld(long messageId, WithheldReason reason, Explanation why)
            implements SendOutcome {}
}

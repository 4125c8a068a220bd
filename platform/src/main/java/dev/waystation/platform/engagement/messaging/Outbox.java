package dev.waystation.platform.engagement.messaging;

import dev.waystation.platform.foundation.edge.Explanation;
import java.time.Instant;
import java.util.List;

/**
 * The door through which every message leaves. It writes in the caller's transaction, so a message
 * is queued exactly when the step that wanted it is done; (member, reference) is unique, so it is
 * queued at most once.
 */
public interface Outbox {

    /** What the gate would say at that moment; nothing is kept and nothing leaves. */
    Explanation preview(MessageOffer offer, Instant at);

    /** Asks the send gate and queues the message if it may leave. */
    SendOutcome offer(MessageOffer offer);

    /** The same for a batch with a bounded number of statements; answers in the order of offers. */
    List<SendOutcome> offerAll(List<MessageOffer> offers);
}

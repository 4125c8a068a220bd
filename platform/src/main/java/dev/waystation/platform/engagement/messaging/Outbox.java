package dev.waystation.platform.engagement.messaging;

import dev.waystation.platform.foundation.edge.Explanation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The door through which every message leaves. It writes in the caller's transaction, so a message
 * is queued exactly when the step that wanted it is done; (member, reference) is unique, so it is
 * queued at most once.
 */
public interface Outbox {

    /** What the gate would say at that moment; nothing is kept and nothing leaves. */
    Explanation preview(MessageOffer offer, Instant at);

    /** What the gate said to these offers, as far as they were made. */
    Map<UUID, Explanation> answers(List<UUID> references);

    /** Asks the send gate and queues the message if it may leave. */
    SendOutcome offer(MessageOffer offer);

    /** The same for a batch with a bounded number of statements; answers in the order of offers. */
    List<SendOutcome> offerAll(List<MessageOffer> offers);
}

package dev.waystation.platform.engagement.messaging.usecase;

import dev.waystation.platform.engagement.messaging.WithheldReason;
import dev.waystation.platform.engagement.messaging.facts.MessageWithheld;
import dev.waystation.platform.engagement.messaging.model.Medium;
import dev.waystation.platform.engagement.messaging.store.KeptMessage;
import dev.waystation.platform.engagement.messaging.store.MessageRows;
import dev.waystation.platform.engagement.messaging.store.PendingRows;
import dev.waystation.platform.foundation.facts.FactLog;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes back what still waits in the outbox when a member opts out. */
@Service
public class CancelWithdrawnMessages {

    private final MessageRows messages;
    private final PendingRows pending;
    private final FactLog facts;

    CancelWithdrawnMessages(MessageRows messages, PendingRows pending, FactLog facts) {
        this.messages = messages;
        this.pending = pending;
        this.facts = facts;
    }

    @Transactional
    public void handle(long memberId, String channel, String purpose, Instant at) {
        List<KeptMessage> waiting = pending.pendingOf(memberId, Medium.channels(channel), purpose);
        String reason = WithheldReason.OPTED_OUT.name();
        messages.close(
                waiting.stream()
                        .map(message ->
                                new MessageRows.Closing(
                                        memberId,
                                        message.messageId(),
                                        "withheld",
                                        reason,
                                        null,
                                        at,
                                        null,
                                        null))
                        .toList());
        facts.append(
                waiting.stream()
                        .map(message ->
                                new MessageWithheld(
                                        message.messageId(),
                                        memberId,
                                        message.channel(),
                                        message.templateCode(),
                                        reason,
                                        message.source(),
                                        message.explanationId(),
                                        at))
                        .toList());
    }
}

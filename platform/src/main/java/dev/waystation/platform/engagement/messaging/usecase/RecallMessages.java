package dev.waystation.platform.engagement.messaging.usecase;

import dev.waystation.platform.engagement.messaging.Recalls;
import dev.waystation.platform.engagement.messaging.WithheldReason;
import dev.waystation.platform.engagement.messaging.facts.MessageWithheld;
import dev.waystation.platform.engagement.messaging.store.KeptMessage;
import dev.waystation.platform.engagement.messaging.store.MessageRows;
import dev.waystation.platform.engagement.messaging.store.PendingRows;
import dev.waystation.platform.foundation.facts.FactLog;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes back messages that quiet hours hold when nobody wants them said any more. */
@Service
class RecallMessages implements Recalls {

    private static final String REASON = WithheldReason.RECALLED.name();

    private final MessageRows messages;
    private final PendingRows pending;
    private final FactLog facts;

    RecallMessages(MessageRows messages, PendingRows pending, FactLog facts) {
        this.messages = messages;
        this.pending = pending;
        this.facts = facts;
    }

    @Override
    @Transactional
    public int recall(Collection<UUID> references, Collection<Long> members, Instant at) {
        List<KeptMessage> waiting = pending.pending(members, references);
        pending.outlive(members, references, at);
        messages.close(waiting.stream().map(message -> closing(message, at)).toList());
        facts.append(waiting.stream().map(message -> withheld(message, at)).toList());
        return waiting.size();
    }

    private static MessageRows.Closing closing(KeptMessage message, Instant at) {
        return new MessageRows.Closing(
                message.memberId(), message.messageId(), "withheld", REASON, null, at, null, null);
    }

    private static MessageWithheld withheld(KeptMessage message, Instant at) {
        return new MessageWithheld(
                message.messageId(),
                message.memberId(),
                message.channel(),
                message.templateCode(),
                REASON,
                message.source(),
                message.explanationId(),
                at);
    }
}

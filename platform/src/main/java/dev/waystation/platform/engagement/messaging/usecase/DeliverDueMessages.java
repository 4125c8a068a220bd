package dev.waystation.platform.engagement.messaging.usecase;

import dev.waystation.platform.engagement.messaging.ChannelAdapter.Receipt;
import dev.waystation.platform.engagement.messaging.MessageOffer;
import dev.waystation.platform.engagement.messaging.WithheldReason;
import dev.waystation.platform.engagement.messaging.facts.MessageDelivered;
import dev.waystation.platform.engagement.messaging.facts.MessageWithheld;
import dev.waystation.platform.engagement.messaging.store.KeptMessage;
import dev.waystation.platform.engagement.messaging.store.MessageRows;
import dev.waystation.platform.engagement.messaging.store.MessageRows.Closing;
import dev.waystation.platform.engagement.messaging.store.ReceiptRows;
import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactLog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands due messages to their channels. What may have changed since the offer is asked again at the
 * last moment: consent, address, staleness and quiet hours. That a message is being sent is
 * committed before the channel is called; if nobody comes back from there, what became of it is
 * unknown, and it is never sent again by guess.
 */
@Service
public class DeliverDueMessages {

    private static final int BATCH = 500;

    /** A call that has not come back for so long never will: its process is gone. */
    private static final Duration LOST = Duration.ofMinutes(10);

    private final MessageRows messages;
    private final ReceiptRows receipts;
    private final Recipients recipients;
    private final HandOver channels;
    private final FactLog facts;
    private final TransactionTemplate transaction;

    DeliverDueMessages(
            MessageRows messages,
            ReceiptRows receipts,
            Recipients recipients,
            HandOver channels,
            FactLog facts,
            PlatformTransactionManager transactions) {
        this.messages = messages;
        this.receipts = receipts;
        this.recipients = recipients;
        this.channels = channels;
        this.facts = facts;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Delivers one batch; answers how many were due, so that the caller knows when to stop. */
    public int handle(Instant now) {
        Claimed claimed = Objects.requireNonNull(transaction.execute(_ -> claim(now)), "no answer");
        List<Closing> sent = new ArrayList<>();
        List<Fact> news = new ArrayList<>();
        for (KeptMessage message : claimed.leaving()) {
            Closing closing = close(message, now);
            sent.add(closing);
            if (closing.status().equals("delivered")) {
                news.add(delivered(message, now));
            }
        }
        transaction.executeWithoutResult(_ -> {
            messages.close(sent);
            facts.append(news);
        });
        return claimed.due();
    }

    /** Says of calls that never came back that nobody knows. */
    public int giveUpLost(Instant now) {
        return Objects.requireNonNullElse(
                transaction.execute(_ -> receipts.giveUpSending(now.minus(LOST))), 0);
    }

    private record Claimed(int due, List<KeptMessage> leaving) {}

    private Claimed claim(Instant now) {
        List<KeptMessage> due = messages.claimDue(now, BATCH);
        List<KeptMessage> leaving = new ArrayList<>();
        List<Closing> closings = new ArrayList<>();
        List<Fact> news = new ArrayList<>();
        for (KeptMessage message : due) {
            Closing closing = lastCheck(message, now);
            closings.add(closing);
            if (closing.status().equals("sending")) {
                leaving.add(message);
            } else if (closing.status().equals("withheld")) {
                news.add(withheld(message, closing, now));
            }
        }
        messages.close(closings);
        facts.append(news);
        return new Claimed(due.size(), leaving);
    }

    private Closing lastCheck(KeptMessage message, Instant now) {
        boolean waitedFor = message.purpose().equals(MessageOffer.TRANSACTIONAL);
        if (!waitedFor && !recipients.stillConsents(message)) {
            return refused(message, WithheldReason.OPTED_OUT, now);
        }
        Instant stale = message.staleAt();
        if (stale != null && !now.isBefore(stale)) {
            return refused(message, WithheldReason.STALE, now);
        }
        Instant loud = waitedFor ? now : recipients.rules().quietHours().firstLoudInstant(now);
        if (loud.isAfter(now)) {
            return closing(message, "delayed", null, loud, null, null);
        }
        if (recipients.address(message).isEmpty()) {
            return refused(message, WithheldReason.NO_ADDRESS, now);
        }
        if (recipients.isObjectedTo(message, now)) {
            return refused(message, WithheldReason.RECALLED, now);
        }
        return closing(message, "sending", null, now, null, null);
    }

    private Closing close(KeptMessage message, Instant now) {
        return switch (channels.send(message)) {
            case Receipt.Delivered delivered ->
                    closing(message, "delivered", null, null, now, delivered.vendorReference());
            case Receipt.Accepted accepted ->
                    closing(message, "accepted", null, null, null, accepted.vendorReference());
            case Receipt.Refused refused ->
                    closing(message, "failed", refused.code(), null, now, null);
            case Receipt.NoSuchAddress gone -> {
                recipients.endAddress(message, "bounced");
                yield closing(message, "failed", gone.code(), null, now, null);
            }
            case Receipt.NotNow later ->
                    closing(message, "delayed", null, now.plus(later.after()), null, null);
            case Receipt.Unknown unknown ->
                    closing(message, "unknown", null, null, null, unknown.vendorReference());
        };
    }

    private static Closing refused(KeptMessage message, WithheldReason reason, Instant now) {
        return closing(message, "withheld", reason.name(), null, now, null);
    }

    private static Closing closing(
            KeptMessage message,
            String status,
            @Nullable String reason,
            @Nullable Instant dueAt,
            @Nullable Instant closedAt,
            @Nullable String vendorReference) {
        return new Closing(
                message.memberId(),
                message.messageId(),
                status,
                reason,
                null,
                dueAt,
                closedAt,
                vendorReference);
    }

    private static Fact delivered(KeptMessage message, Instant now) {
        return new MessageDelivered(
                message.messageId(),
                message.memberId(),
                message.channel(),
                message.templateCode(),
                now);
    }

    private static Fact withheld(KeptMessage message, Closing closing, Instant now) {
        return new MessageWithheld(
                message.messageId(),
                message.memberId(),
                message.channel(),
                message.templateCode(),
                String.valueOf(closing.reason()),
                message.source(),
                message.explanationId(),
                now);
    }
}

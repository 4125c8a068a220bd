package dev.waystation.platform.engagement.messaging.usecase;

import dev.waystation.platform.engagement.messaging.ChannelAdapter.Receipt;
import dev.waystation.platform.engagement.messaging.LaneLimits;
import dev.waystation.platform.engagement.messaging.MessageOffer;
import dev.waystation.platform.engagement.messaging.WithheldReason;
import dev.waystation.platform.engagement.messaging.facts.MessageDelivered;
import dev.waystation.platform.engagement.messaging.facts.MessageWithheld;
import dev.waystation.platform.engagement.messaging.model.SendRules;
import dev.waystation.platform.engagement.messaging.model.SendingLane;
import dev.waystation.platform.engagement.messaging.store.DueRows;
import dev.waystation.platform.engagement.messaging.store.DueRows.Stream;
import dev.waystation.platform.engagement.messaging.store.KeptMessage;
import dev.waystation.platform.engagement.messaging.store.MessageRows;
import dev.waystation.platform.engagement.messaging.store.MessageRows.Closing;
import dev.waystation.platform.engagement.messaging.store.RuleRows.Suppressed;
import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.members.membership.ContactAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands over one batch of a stream. What may have changed since the offer is asked again at the
 * last moment: consent, bars, address, staleness and quiet hours. That a message is being sent is
 * committed before the channel is called; if nobody comes back from there, what became of it is
 * unknown, and it is never sent again by guess.
 */
@Component
class SendStream {

    private static final Logger LOG = LoggerFactory.getLogger(SendStream.class);
    private static final int BATCH = 500;

    /** After which a message is tried again whose text could not be put together. */
    private static final Duration UNWRITTEN = Duration.ofMinutes(10);

    private final DueRows due;
    private final MessageRows messages;
    private final Recipients recipients;
    private final HandOver channels;
    private final FactLog facts;
    private final TransactionTemplate transaction;

    SendStream(
            DueRows due,
            MessageRows messages,
            Recipients recipients,
            HandOver channels,
            FactLog facts,
            PlatformTransactionManager transactions) {
        this.due = due;
        this.messages = messages;
        this.recipients = recipients;
        this.channels = channels;
        this.facts = facts;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * No more are claimed than the lane has room for: what waits here could leave by nobody else.
     */
    int send(Stream stream, @Nullable SendingLane lane, Instant now) {
        int room = lane == null ? BATCH : Math.min(BATCH, lane.room(now));
        if (room == 0) {
            return 0;
        }
        Claimed claimed =
                Objects.requireNonNull(
                        transaction.execute(_ -> claim(stream, now, room)), "no answer");
        List<Closing> sent = inParallel(claimed.leaving(), lane, now);
        List<Fact> news = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            if (sent.get(i).status().equals("delivered")) {
                news.add(delivered(claimed.leaving().get(i), now));
            }
        }
        transaction.executeWithoutResult(_ -> {
            messages.close(sent);
            facts.append(news);
        });
        return claimed.due();
    }

    private List<Closing> inParallel(
            List<KeptMessage> leaving, @Nullable SendingLane lane, Instant now) {
        if (lane == null || lane.limits().equals(LaneLimits.IN_HOUSE) || leaving.size() < 2) {
            return leaving.stream().map(message -> close(message, now)).toList();
        }
        try (var calls = Executors.newVirtualThreadPerTaskExecutor()) {
            return leaving.stream()
                    .map(message -> calls.submit(() -> close(message, now)))
                    .toList()
                    .stream()
                    .map(SendStream::outcome)
                    .toList();
        }
    }

    static <T> T outcome(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException broken) {
            throw new IllegalStateException("A lane broke off", broken.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while sending", e);
        }
    }

    private record Claimed(int due, List<KeptMessage> leaving) {}

    private Claimed claim(Stream stream, Instant now, int room) {
        List<KeptMessage> found = due.claimDue(stream, now, room);
        List<KeptMessage> leaving = new ArrayList<>();
        List<Closing> closings = new ArrayList<>();
        List<Fact> news = new ArrayList<>();
        SendRules rules = recipients.rules();
        List<Long> members = found.stream().map(KeptMessage::memberId).distinct().toList();
        Habits.Clocks clocks = recipients.clocks(members);
        Set<Suppressed> barred = recipients.suppressed(members);
        for (KeptMessage message : found) {
            Closing closing =
                    lastCheck(
                            message,
                            rules.night(
                                    message.purpose(),
                                    message.channel(),
                                    clocks.of(message.memberId()),
                                    message.offeredAt(),
                                    now),
                            barred,
                            now);
            closings.add(closing);
            if (closing.status().equals("sending")) {
                leaving.add(message);
            } else if (closing.status().equals("withheld")) {
                news.add(withheld(message, closing, now));
            }
        }
        messages.close(closings);
        facts.append(news);
        return new Claimed(found.size(), leaving);
    }

    private Closing lastCheck(
            KeptMessage message, SendRules.Night night, Set<Suppressed> barred, Instant now) {
        boolean waitedFor = message.purpose().equals(MessageOffer.TRANSACTIONAL);
        if (!waitedFor && !recipients.stillConsents(message)) {
            return refused(message, WithheldReason.OPTED_OUT, now);
        }
        if (barred.contains(new Suppressed(message.memberId(), message.channel()))) {
            return refused(message, WithheldReason.SUPPRESSED, now);
        }
        Instant stale = message.staleAt();
        if (stale != null && !now.isBefore(stale)) {
            return refused(message, WithheldReason.STALE, now);
        }
        if (night.dropped()) {
            return refused(message, WithheldReason.QUIET_HOURS, now);
        }
        if (night.loud().isAfter(now)) {
            return closing(message, "delayed", null, night.loud(), null);
        }
        if (recipients.address(message).isEmpty()) {
            return refused(message, WithheldReason.NO_ADDRESS, now);
        }
        if (recipients.isObjectedTo(message, now)) {
            return refused(message, WithheldReason.RECALLED, now);
        }
        return closing(message, "sending", null, now, null);
    }

    private Closing close(KeptMessage message, Instant now) {
        HandOver.Said said = handOver(message, now);
        return switch (said.receipt()) {
            case Receipt.Delivered delivered ->
                    sent(message, said, "delivered", now, delivered.vendorReference());
            case Receipt.Accepted accepted ->
                    sent(message, said, "accepted", null, accepted.vendorReference());
            case Receipt.Unknown unknown ->
                    sent(message, said, "unknown", null, unknown.vendorReference());
            case Receipt.Refused refused -> closing(message, "failed", refused.code(), null, now);
            case Receipt.CannotCarry none -> closing(message, "failed", none.code(), null, now);
            case Receipt.NoSuchAddress gone -> {
                ContactAddress to = said.to();
                if (to != null) {
                    recipients.endAddress(message, to, "bounced");
                }
                yield closing(message, "failed", gone.code(), null, now);
            }
            case Receipt.NotNow later ->
                    closing(message, "delayed", null, now.plus(later.after()), null);
        };
    }

    /** A message that can't even be written has not left, and costs nobody else his answer. */
    private HandOver.Said handOver(KeptMessage message, Instant now) {
        try {
            return channels.send(message, now);
        } catch (RuntimeException unwritten) {
            LOG.error("Message {} can't be handed over", message.reference(), unwritten);
            return new HandOver.Said(new Receipt.NotNow(UNWRITTEN), null, null);
        }
    }

    private static Closing sent(
            KeptMessage message,
            HandOver.Said said,
            String status,
            @Nullable Instant closedAt,
            String vendorReference) {
        return new Closing(
                message.memberId(),
                message.messageId(),
                status,
                null,
                null,
                closedAt,
                vendorReference,
                said.account());
    }

    private static Closing refused(KeptMessage message, WithheldReason reason, Instant now) {
        return closing(message, "withheld", reason.name(), null, now);
    }

    private static Closing closing(
            KeptMessage message,
            String status,
            @Nullable String reason,
            @Nullable Instant dueAt,
            @Nullable Instant closedAt) {
        return new Closing(
                message.memberId(),
                message.messageId(),
                status,
                reason,
                dueAt,
                closedAt,
                null,
                null);
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

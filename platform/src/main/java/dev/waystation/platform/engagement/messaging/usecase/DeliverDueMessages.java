package dev.waystation.platform.engagement.messaging.usecase;

import dev.waystation.platform.engagement.messaging.ChannelAdapter;
import dev.waystation.platform.engagement.messaging.MessageOffer;
import dev.waystation.platform.engagement.messaging.Template;
import dev.waystation.platform.engagement.messaging.WithheldReason;
import dev.waystation.platform.engagement.messaging.facts.MessageDelivered;
import dev.waystation.platform.engagement.messaging.facts.MessageWithheld;
import dev.waystation.platform.engagement.messaging.model.TemplateText;
import dev.waystation.platform.engagement.messaging.store.KeptMessage;
import dev.waystation.platform.engagement.messaging.store.MessageRows;
import dev.waystation.platform.engagement.messaging.store.MessageRows.Closing;
import dev.waystation.platform.engagement.messaging.store.TemplateRows;
import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.members.membership.ContactAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hands due messages to their channels. What may have changed since the offer is asked again at the
 * last moment: consent, address and quiet hours.
 */
@Service
public class DeliverDueMessages {

    private static final int BATCH = 500;
    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

    private final MessageRows messages;
    private final TemplateRows templates;
    private final Recipients recipients;
    private final List<ChannelAdapter> channels;
    private final FactLog facts;
    private final JsonMapper json;

    DeliverDueMessages(
            MessageRows messages,
            TemplateRows templates,
            Recipients recipients,
            List<ChannelAdapter> channels,
            FactLog facts,
            JsonMapper json) {
        this.messages = messages;
        this.templates = templates;
        this.recipients = recipients;
        this.channels = List.copyOf(channels);
        this.facts = facts;
        this.json = json;
    }

    /** Delivers one batch; answers how many were due, so that the caller knows when to stop. */
    @Transactional
    public int handle(Instant now) {
        List<KeptMessage> due = messages.claimDue(now, BATCH);
        var closings = new ArrayList<Closing>();
        var news = new ArrayList<Fact>();
        for (KeptMessage message : due) {
            Closing closing = close(message, now);
            closings.add(closing);
            Fact fact = factOf(message, closing, now);
            if (fact != null) {
                news.add(fact);
            }
        }
        messages.close(closings);
        facts.append(news);
        return due.size();
    }

    private Closing close(KeptMessage message, Instant now) {
        boolean waitedFor = message.purpose().equals(MessageOffer.TRANSACTIONAL);
        if (!waitedFor && !recipients.stillConsents(message)) {
            return withheld(message, WithheldReason.OPTED_OUT, now);
        }
        Instant loud = waitedFor ? now : recipients.quietHours().firstLoudInstant(now);
        if (loud.isAfter(now)) {
            return closing(message, "delayed", null, loud, null, null);
        }
        Optional<ContactAddress> address = recipients.address(message);
        if (address.isEmpty()) {
            return withheld(message, WithheldReason.NO_ADDRESS, now);
        }
        return switch (send(message, address.get())) {
            case ChannelAdapter.Receipt.Accepted accepted ->
                    closing(message, "delivered", null, null, now, accepted.vendorReference());
            case ChannelAdapter.Receipt.Refused refused ->
                    closing(message, "failed", refused.code(), null, now, null);
        };
    }

    private ChannelAdapter.Receipt send(KeptMessage message, ContactAddress address) {
        Template template =
                templates
                        .version(message.templateCode(), message.templateVersion())
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "Message %d names template %s version %d"
                                                .formatted(
                                                        message.messageId(),
                                                        message.templateCode(),
                                                        message.templateVersion())));
        Map<String, String> values = json.readValue(message.valuesJson(), VALUES);
        ChannelAdapter channel =
                channels.stream()
                        .filter(adapter -> adapter.serves(message.channel()))
                        .findFirst()
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "No adapter serves " + message.channel()));
        return channel.send(
                message.reference(),
                address,
                template.title().zh(),
                TemplateText.fill(template.body().zh(), values));
    }

    private static Closing withheld(KeptMessage message, WithheldReason reason, Instant now) {
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

    private static @Nullable Fact factOf(KeptMessage message, Closing closing, Instant now) {
        String reason = closing.reason();
        return switch (closing.status()) {
            case "delivered" ->
                    new MessageDelivered(
                            message.messageId(),
                            message.memberId(),
                            message.channel(),
                            message.templateCode(),
                            now);
            case "withheld" ->
                    new MessageWithheld(
                            message.messageId(),
                            message.memberId(),
                            message.channel(),
                            message.templateCode(),
                            String.valueOf(reason),
                            message.source(),
                            message.explanationId(),
                            now);
            default -> null;
        };
    }
}

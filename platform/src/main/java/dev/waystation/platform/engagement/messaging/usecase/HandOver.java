package dev.waystation.platform.engagement.messaging.usecase;

import dev.waystation.platform.engagement.messaging.ChannelAdapter;
import dev.waystation.platform.engagement.messaging.ChannelAdapter.Receipt;
import dev.waystation.platform.engagement.messaging.Template;
import dev.waystation.platform.engagement.messaging.model.TemplateText;
import dev.waystation.platform.engagement.messaging.store.KeptMessage;
import dev.waystation.platform.engagement.messaging.store.TemplateRows;
import dev.waystation.platform.members.membership.ContactAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Writes the text of a message and gives it to the adapter of its channel. */
@Component
class HandOver {

    private static final Logger LOG = LoggerFactory.getLogger(HandOver.class);
    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

    private final TemplateRows templates;
    private final Recipients recipients;
    private final List<ChannelAdapter> channels;
    private final JsonMapper json;

    HandOver(
            TemplateRows templates,
            Recipients recipients,
            List<ChannelAdapter> channels,
            JsonMapper json) {
        this.templates = templates;
        this.recipients = recipients;
        this.channels = List.copyOf(channels);
        this.json = json;
    }

    /** Outside any transaction: a channel may take its time, or never answer. */
    Receipt send(KeptMessage message) {
        Optional<Template> template =
                templates.version(message.templateCode(), message.templateVersion());
        Optional<ContactAddress> address = recipients.address(message);
        Optional<ChannelAdapter> channel =
                channels.stream().filter(one -> one.serves(message.channel())).findFirst();
        if (template.isEmpty() || address.isEmpty() || channel.isEmpty()) {
            return new Receipt.Refused("NOTHING_TO_SEND_WITH");
        }
        String body =
                TemplateText.fill(
                        template.get().body().zh(), json.readValue(message.valuesJson(), VALUES));
        try {
            return channel.get()
                    .send(
                            new ChannelAdapter.Letter(
                                    message.reference(),
                                    message.purpose(),
                                    address.get(),
                                    template.get().title().zh(),
                                    body));
        } catch (RuntimeException broken) {
            LOG.warn("Message {} may or may not have left", message.messageId(), broken);
            return new Receipt.Unknown(message.reference().toString());
        }
    }
}

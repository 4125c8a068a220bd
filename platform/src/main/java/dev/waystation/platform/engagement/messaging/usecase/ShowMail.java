package dev.waystation.platform.engagement.messaging.usecase;

import dev.waystation.platform.engagement.messaging.Template;
import dev.waystation.platform.engagement.messaging.model.TemplateText;
import dev.waystation.platform.engagement.messaging.model.Wording;
import dev.waystation.platform.engagement.messaging.store.KeptMessage;
import dev.waystation.platform.engagement.messaging.store.MessageRows;
import dev.waystation.platform.engagement.messaging.store.TemplateRows;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The page of a mail as its reader got it, for staff who look into the outbox. */
@Service
public class ShowMail {

    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

    private final MessageRows messages;
    private final TemplateRows templates;
    private final MailSheets pages;
    private final JsonMapper json;

    ShowMail(MessageRows messages, TemplateRows templates, MailSheets pages, JsonMapper json) {
        this.messages = messages;
        this.templates = templates;
        this.pages = pages;
        this.json = json;
    }

    /** A page; empty when the mail was plain words. */
    public record Shown(String page) {}

    /** Empty when there is no such message. */
    @Transactional(readOnly = true)
    public Optional<Shown> handle(long memberId, long messageId) {
        return messages.find(memberId, messageId).map(this::shown);
    }

    private Shown shown(KeptMessage message) {
        Map<String, String> values = json.readValue(message.valuesJson(), VALUES);
        return templates
                .version(message.templateCode(), message.templateVersion())
                .filter(text -> message.channel().equals("email") && !text.blocks().isEmpty())
                .filter(text -> isWhole(text, values))
                .map(text -> new Shown(pages.copy(text, Wording.language(values), values)))
                .orElse(new Shown(""));
    }

    private static boolean isWhole(Template text, Map<String, String> values) {
        return text.placeholders().stream().noneMatch(name -> TemplateText.isMissing(values, name));
    }
}

package dev.waystation.platform.engagement.messaging.usecase;

import dev.waystation.platform.engagement.messaging.MessageOffer;
import dev.waystation.platform.engagement.messaging.Template;
import dev.waystation.platform.engagement.messaging.model.MailPage;
import dev.waystation.platform.engagement.messaging.store.KeptMessage;
import dev.waystation.platform.foundation.vault.Vault;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The page of one mail: with the way out and the dot that says it was shown. */
@Component
class MailSheets {

    private final UnsubscribeLinks wayOut;
    private final MessageTokens dots;
    private final String publicUrl;

    MailSheets(
            UnsubscribeLinks wayOut,
            Vault vault,
            @Value("${waystation.public-url:http://localhost:8080}") String url) {
        this.wayOut = wayOut;
        this.dots = new MessageTokens(vault, "messaging.opening");
        this.publicUrl = url;
    }

    /** Empty for a text that has no page, and for every channel but mail. */
    String of(KeptMessage message, Template text, Locale language, Map<String, String> values) {
        if (!message.channel().equals("email") || text.blocks().isEmpty()) {
            return "";
        }
        boolean awaited = message.purpose().equals(MessageOffer.TRANSACTIONAL);
        return MailPage.of(
                text.blocks(),
                language,
                values,
                new MailPage.Frame(
                        text.title().in(language),
                        publicUrl,
                        awaited ? "" : wayOut.of(message.reference()),
                        dot(message.reference())));
    }

    /** The same for staff to look at: without the dot, and nobody is unsubscribed by it. */
    String copy(Template text, Locale language, Map<String, String> values) {
        return MailPage.of(
                text.blocks(),
                language,
                values,
                new MailPage.Frame(text.title().in(language), publicUrl, publicUrl + "/", ""));
    }

    String dot(UUID reference) {
        return publicUrl + "/o/" + dots.of(reference);
    }

    /** The message a dot stood in; empty when it is not one of ours. */
    Optional<UUID> read(String token) {
        return dots.read(token);
    }
}

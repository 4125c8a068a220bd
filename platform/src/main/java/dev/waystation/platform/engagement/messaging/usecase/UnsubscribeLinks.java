package dev.waystation.platform.engagement.messaging.usecase;

import dev.waystation.platform.foundation.vault.Vault;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The address in every mail under which one click withdraws the consent. It names the message it
 * stood in, so that nobody can unsubscribe others by guessing.
 */
@Component
class UnsubscribeLinks {

    private final MessageTokens tokens;
    private final String publicUrl;

    UnsubscribeLinks(
            Vault vault, @Value("${waystation.public-url:http://localhost:8080}") String url) {
        this.tokens = new MessageTokens(vault, "messaging.unsubscribe");
        this.publicUrl = url;
    }

    String of(UUID reference) {
        return publicUrl + "/v1/unsubscribes/" + tokens.of(reference);
    }

    /** The message a token stood in; empty when it is not one of ours. */
    Optional<UUID> read(String token) {
        return tokens.read(token);
    }
}

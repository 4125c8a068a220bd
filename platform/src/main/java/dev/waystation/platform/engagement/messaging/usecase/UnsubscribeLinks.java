package dev.waystation.platform.engagement.messaging.usecase;

import dev.waystation.platform.foundation.vault.Vault;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The address in every mail under which one click withdraws the consent. It names the message it
 * stood in, with a keyed digest, so that nobody can unsubscribe others by guessing.
 */
@Component
class UnsubscribeLinks {

    private static final String PURPOSE = "messaging.unsubscribe";
    private static final int DIGEST = 16;
    private static final int WHOLE = Long.BYTES * 2 + DIGEST;

    private final Vault vault;
    private final String publicUrl;

    UnsubscribeLinks(
            Vault vault, @Value("${waystation.public-url:http://localhost:8080}") String url) {
        this.vault = vault;
        this.publicUrl = url;
    }

    String of(UUID reference) {
        byte[] token =
                ByteBuffer.allocate(WHOLE)
                        .putLong(reference.getMostSignificantBits())
                        .putLong(reference.getLeastSignificantBits())
                        .put(digest(reference))
                        .array();
        return publicUrl
                + "/v1/unsubscribes/"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** The message a token stood in; empty when it is not one of ours. */
    Optional<UUID> read(String token) {
        byte[] octets;
        try {
            octets = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException strange) {
            return Optional.empty();
        }
        if (octets.length != WHOLE) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(octets);
        var reference = new UUID(buffer.getLong(), buffer.getLong());
        byte[] digest = Arrays.copyOfRange(octets, WHOLE - DIGEST, WHOLE);
        return MessageDigest.isEqual(digest, digest(reference))
                ? Optional.of(reference)
                : Optional.empty();
    }

    private byte[] digest(UUID reference) {
        return Arrays.copyOf(vault.blindIndex(PURPOSE, reference.toString()), DIGEST);
    }
}

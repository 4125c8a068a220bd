package dev.waystation.platform.engagement.messaging.usecase;

import dev.waystation.platform.foundation.vault.Vault;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** Names a message in an address, with a keyed digest for one purpose: nobody can name another. */
final class MessageTokens {

    private static final int DIGEST = 16;
    private static final int WHOLE = Long.BYTES * 2 + DIGEST;

    private final Vault vault;
    private final String purpose;

    MessageTokens(Vault vault, String purpose) {
        this.vault = vault;
        this.purpose = purpose;
    }

    String of(UUID reference) {
        byte[] token =
                ByteBuffer.allocate(WHOLE)
                        .putLong(reference.getMostSignificantBits())
                        .putLong(reference.getLeastSignificantBits())
                        .put(digest(reference))
                        .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
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
        return Arrays.copyOf(vault.blindIndex(purpose, reference.toString()), DIGEST);
    }
}

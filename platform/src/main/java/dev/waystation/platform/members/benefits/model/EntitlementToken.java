package dev.waystation.platform.members.benefits.model;

import dev.waystation.platform.foundation.vault.SignedText;
import java.nio.ByteBuffer;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Optional;

/** Member and entitlement, signed, so that a device can tell its own from a forgery offline. */
public record EntitlementToken(long memberId, long entitlementId) {

    private static final String PREFIX = "WE1.";
    private static final int CONTENT = 16;

    public String sign(PrivateKey key) {
        byte[] content =
                ByteBuffer.allocate(CONTENT).putLong(memberId).putLong(entitlementId).array();
        return SignedText.write(PREFIX, content, key);
    }

    /** Reads any text whatsoever; empty for everything that this key did not sign. */
    public static Optional<EntitlementToken> read(String text, PublicKey key) {
        return SignedText.read(PREFIX, text)
                .filter(signed -> signed.content().length == CONTENT && signed.isBy(key))
                .map(signed -> ByteBuffer.wrap(signed.content()))
                .map(content -> new EntitlementToken(content.getLong(), content.getLong()));
    }
}

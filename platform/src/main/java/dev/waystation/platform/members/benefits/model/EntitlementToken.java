package dev.waystation.platform.members.benefits.model;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** Member and entitlement, signed, so that a device can tell its own from a forgery offline. */
public record EntitlementToken(long memberId, long entitlementId) {

    private static final String PREFIX = "WE1.";
    private static final String ALGORITHM = "Ed25519";
    private static final int CONTENT = 16;
    private static final int SIGNATURE = 64;

    public String sign(PrivateKey key) {
        byte[] content =
                ByteBuffer.allocate(CONTENT).putLong(memberId).putLong(entitlementId).array();
        try {
            Signature signer = Signature.getInstance(ALGORITHM);
            signer.initSign(key);
            signer.update(content);
            byte[] all = Arrays.copyOf(content, CONTENT + SIGNATURE);
            System.arraycopy(signer.sign(), 0, all, CONTENT, SIGNATURE);
            return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(all);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("cannot sign entitlement " + entitlementId, missing);
        }
    }

    /** Reads any text whatsoever; empty for everything that this key did not sign. */
    public static Optional<EntitlementToken> read(String text, PublicKey key) {
        if (!text.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            byte[] all = Base64.getUrlDecoder().decode(text.substring(PREFIX.length()));
            if (all.length != CONTENT + SIGNATURE) {
                return Optional.empty();
            }
            Signature verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(key);
            verifier.update(all, 0, CONTENT);
            if (!verifier.verify(all, CONTENT, SIGNATURE)) {
                return Optional.empty();
            }
            ByteBuffer content = ByteBuffer.wrap(all);
            return Optional.of(new EntitlementToken(content.getLong(), content.getLong()));
        } catch (IllegalArgumentException | GeneralSecurityException notOurs) {
            return Optional.empty();
        }
    }
}

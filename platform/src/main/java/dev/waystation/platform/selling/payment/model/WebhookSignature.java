package dev.waystation.platform.selling.payment.model;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signatures in the manner of Standard Webhooks: HMAC-SHA256 over {@code id.timestamp.body},
 * base64, prefixed with {@code v1,}; several may stand side by side while a secret is exchanged.
 */
public final class WebhookSignature {

    private static final String PREFIX = "v1,";
    private final SecretKeySpec key;

    public WebhookSignature(byte[] secret) {
        this.key = new SecretKeySpec(secret, "HmacSHA256");
    }

    public String sign(String id, Instant timestamp, String body) {
        return PREFIX + Base64.getEncoder().encodeToString(digest(id, seconds(timestamp), body));
    }

    /** The moment of signing when one of the signatures is ours, nothing otherwise. */
    public Optional<Instant> signedAt(String id, String timestamp, String signatures, String body) {
        byte[] expected = digest(id, timestamp, body);
        for (String signature : signatures.split(" ", -1)) {
            if (signature.startsWith(PREFIX)
                    && MessageDigest.isEqual(expected, decoded(signature))) {
                return instant(timestamp);
            }
        }
        return Optional.empty();
    }

    private static byte[] decoded(String signature) {
        try {
            return Base64.getDecoder().decode(signature.substring(PREFIX.length()));
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    private static Optional<Instant> instant(String seconds) {
        try {
            return Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds)));
        } catch (NumberFormatException | DateTimeException notATime) {
            return Optional.empty();
        }
    }

    private static String seconds(Instant timestamp) {
        return Long.toString(timestamp.getEpochSecond());
    }

    private byte[] digest(String id, String timestamp, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(
                    (id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no HmacSHA256", missing);
        }
    }
}

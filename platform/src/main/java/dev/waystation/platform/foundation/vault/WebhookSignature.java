package dev.waystation.platform.foundation.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Signatures of the Standard Webhooks specification: HMAC-SHA256 over id, moment and body, good for
 * five minutes, so that a recorded request can not be sent again later.
 */
public final class WebhookSignature {

    public static final String ID = "webhook-id";
    public static final String TIMESTAMP = "webhook-timestamp";
    public static final String SIGNATURE = "webhook-signature";

    private static final String PREFIX = "whsec_";
    private static final String VERSION = "v1,";
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    /** What a check found. */
    public enum Verdict {
        VALID,
        HEADERS_MISSING,
        TIMESTAMP_UNREADABLE,
        TOO_OLD,
        TOO_NEW,
        WRONG
    }

    private WebhookSignature() {}

    /**
     * The value of the signature header.
     *
     * @param secret base64, with or without {@code whsec_}
     */
    public static String sign(String secret, String id, long seconds, String body) {
        return VERSION
                + Base64.getEncoder()
                        .encodeToString(digest(secret, id + "." + seconds + "." + body));
    }

    /** Checks a request; several signatures may be given while a secret is being changed. */
    public static Verdict verify(
            String secret,
            @Nullable String id,
            @Nullable String timestamp,
            @Nullable String signatures,
            String body,
            Instant now) {
        if (id == null
                || id.isEmpty()
                || timestamp == null
                || signatures == null
                || signatures.isEmpty()) {
            return Verdict.HEADERS_MISSING;
        }
        long seconds;
        try {
            seconds = Long.parseLong(timestamp);
        } catch (NumberFormatException unreadable) {
            return Verdict.TIMESTAMP_UNREADABLE;
        }
        long age = now.getEpochSecond() - seconds;
        if (age > TOLERANCE.toSeconds()) {
            return Verdict.TOO_OLD;
        }
        if (age < -TOLERANCE.toSeconds()) {
            return Verdict.TOO_NEW;
        }
        byte[] expected = sign(secret, id, seconds, body).getBytes(StandardCharsets.UTF_8);
        boolean right = false;
        for (String each : signatures.split(" ", -1)) {
            right |= MessageDigest.isEqual(expected, each.getBytes(StandardCharsets.UTF_8));
        }
        return right ? Verdict.VALID : Verdict.WRONG;
    }

    private static byte[] digest(String secret, String text) {
        try {
            String plain = secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret;
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(plain), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is part of every JDK", e);
        }
    }
}

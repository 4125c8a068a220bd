package dev.waystation.platform.members.passes.model;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * What a member shows at the gate: enough for a device without a network to know the pass, its
 * product, its days and its medium, signed, and only good for a short time.
 *
 * @param firstDay {@link #NO_DAY} while the first use has not begun the days
 */
public record PassToken(
        long passId, long productId, int media, long firstDay, long lastDay, Instant goodUntil) {

    public static final String PREFIX = "WP1.";
    public static final long NO_DAY = Long.MIN_VALUE;
    private static final String ALGORITHM = "Ed25519";
    private static final int CONTENT = 44;
    private static final int SIGNATURE = 64;

    public static PassToken of(Pass pass, Instant goodUntil) {
        Span span = pass.span();
        return new PassToken(
                pass.id(),
                pass.productId(),
                pass.media(),
                span == null ? NO_DAY : span.from().toEpochDay(),
                span == null ? NO_DAY : span.until().toEpochDay(),
                Instant.ofEpochSecond(goodUntil.getEpochSecond()));
    }

    /** What a device without a network can say about a day. */
    public boolean covers(LocalDate day) {
        return firstDay == NO_DAY || (day.toEpochDay() >= firstDay && day.toEpochDay() <= lastDay);
    }

    public String sign(PrivateKey key) {
        byte[] content =
                ByteBuffer.allocate(CONTENT)
                        .putLong(passId)
                        .putLong(productId)
                        .putInt(media)
                        .putLong(firstDay)
                        .putLong(lastDay)
                        .putLong(goodUntil.getEpochSecond())
                        .array();
        try {
            Signature signer = Signature.getInstance(ALGORITHM);
            signer.initSign(key);
            signer.update(content);
            byte[] all = Arrays.copyOf(content, CONTENT + SIGNATURE);
            System.arraycopy(signer.sign(), 0, all, CONTENT, SIGNATURE);
            return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(all);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("cannot sign pass " + passId, missing);
        }
    }

    /** Reads any text whatsoever; empty for everything that this key did not sign. */
    public static Optional<PassToken> read(String text, PublicKey key) {
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
            return Optional.of(
                    new PassToken(
                            content.getLong(),
                            content.getLong(),
                            content.getInt(),
                            content.getLong(),
                            content.getLong(),
                            Instant.ofEpochSecond(content.getLong())));
        } catch (IllegalArgumentException | GeneralSecurityException notOurs) {
            return Optional.empty();
        }
    }
}

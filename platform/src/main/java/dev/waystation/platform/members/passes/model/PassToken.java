package dev.waystation.platform.members.passes.model;

import dev.waystation.platform.foundation.vault.SignedText;
import java.nio.ByteBuffer;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a member shows at the gate: enough for a device without a network to know the pass, its
 * product, its days and its medium, signed, and only good for a short time.
 *
 * @param firstDay {@link #NO_DAY} while the first use has not begun the days
 */
public record PassToken(
        long passId, long productId, int media, long firstDay, long lastDay, Instant goodUntil) {

    /** The purpose of the keys that sign. */
    public static final String KEYS = "pass tokens";

    public static final String PREFIX = "WP1.";
    public static final long NO_DAY = Long.MIN_VALUE;
    private static final int CONTENT = 44;

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
        return SignedText.write(PREFIX, content, key);
    }

    /** Reads any text whatsoever; empty for everything that this key did not sign. */
    public static Optional<PassToken> read(String text, PublicKey key) {
        return SignedText.read(PREFIX, text)
                .filter(signed -> signed.content().length == CONTENT && signed.isBy(key))
                .map(signed -> ByteBuffer.wrap(signed.content()))
                .map(PassToken::of);
    }

    private static PassToken of(ByteBuffer content) {
        return new PassToken(
                content.getLong(),
                content.getLong(),
                content.getInt(),
                content.getLong(),
                content.getLong(),
                Instant.ofEpochSecond(content.getLong()));
    }
}

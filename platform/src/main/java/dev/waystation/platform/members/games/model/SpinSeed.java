package dev.waystation.platform.members.games.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret of a draw. Its digest is published before the first spin and the secret after the
 * last, so that everybody can make every roll again: nobody chose one.
 */
@SuppressWarnings("ArrayRecordComponent") // key material, never compared
public record SpinSeed(byte[] bytes) {

    private static final String ALGORITHM = "HmacSHA256";

    /** What is published before anybody plays. */
    public String commitment() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no SHA-256", missing);
        }
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    /**
     * The roll of a spin: the first 63 bits of HMAC(seed, draw:sequence:reference:try), modulo the
     * total. Values from the incomplete last round are thrown away, or the first fields would win
     * more often than stated.
     */
    public long roll(long draw, long sequence, UUID reference, long total) {
        long fair = Long.MAX_VALUE - Long.MAX_VALUE % total;
        for (int attempt = 0; ; attempt++) {
            long value = bits(draw + ":" + sequence + ":" + reference + ":" + attempt);
            if (value < fair) {
                return value % total;
            }
        }
    }

    private long bits(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(bytes, ALGORITHM));
            byte[] all = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(all).getLong() & Long.MAX_VALUE;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, missing);
        }
    }
}

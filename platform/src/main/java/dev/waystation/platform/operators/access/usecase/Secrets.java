package dev.waystation.platform.operators.access.usecase;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Makes secrets that are shown once, and the digests by which they are recognised. */
final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    // No letters and digits that people confuse when they copy by hand.
    private static final String READABLE = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private Secrets() {}

    /** 256 bits for cookies and keys. */
    static String token() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** About 92 bits that a person can type. */
    static String password() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            text.append(READABLE.charAt(RANDOM.nextInt(READABLE.length())));
        }
        return text.toString();
    }

    /** Six digits. */
    static String code() {
        return "%06d".formatted(RANDOM.nextInt(1_000_000));
    }

    /** A plain digest is enough for secrets that nobody can guess. */
    static byte[] digest(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}

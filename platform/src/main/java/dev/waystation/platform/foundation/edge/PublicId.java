package dev.waystation.platform.foundation.edge;

import java.util.Locale;

/**
 * Ids as the world sees them: a prefix that says what it is, and digits that neither count nor
 * order. A bijection, not a secret: permissions guard what an id points to.
 */
public final class PublicId {

    private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 13;
    private static final long FACTOR = 0x9E3779B97F4A7C15L;
    private static final long INVERSE = inverse(FACTOR);

    private PublicId() {}

    /** {@code mbr_…} for the internal number. */
    public static String encode(String prefix, long id) {
        long bits = scramble(id);
        char[] text = new char[LENGTH];
        for (int i = LENGTH - 1; i >= 0; i--) {
            text[i] = DIGITS.charAt((int) (bits & 31));
            bits >>>= 5;
        }
        return prefix + "_" + new String(text);
    }

    /** The internal number; a text of another kind or with a typing error is malformed. */
    public static long decode(String prefix, String text) {
        String remedy = "give an id that begins with " + prefix + "_";
        Malformed.require(text.startsWith(prefix + "_"), "id", text, remedy);
        String digits = text.substring(prefix.length() + 1).toLowerCase(Locale.ROOT);
        Malformed.require(digits.length() == LENGTH, "id", text, remedy);
        long bits = 0;
        for (int i = 0; i < LENGTH; i++) {
            int digit = DIGITS.indexOf(digits.charAt(i));
            Malformed.require(digit >= 0 && (i > 0 || digit < 16), "id", text, remedy);
            bits = bits << 5 | digit;
        }
        long id = unscramble(bits);
        Malformed.require(id >= 0, "id", text, remedy);
        return id;
    }

    /** Whether the text is such an id. */
    public static boolean isOne(String prefix, String text) {
        try {
            return decode(prefix, text) >= 0;
        } catch (Malformed notOne) {
            return false;
        }
    }

    private static long scramble(long id) {
        long bits = id * FACTOR;
        bits ^= bits >>> 32;
        return bits * FACTOR;
    }

    private static long unscramble(long scrambled) {
        long bits = scrambled * INVERSE;
        bits ^= bits >>> 32;
        return bits * INVERSE;
    }

    // Newton's iteration doubles the correct low bits each round: 3, 6, 12, 24, 48, 96.
    private static long inverse(long odd) {
        long inverse = odd;
        for (int round = 0; round < 5; round++) {
            inverse *= 2 - odd * inverse;
        }
        return inverse;
    }
}

package dev.waystation.journey;

import java.nio.charset.StandardCharsets;

/**
 * The arm of a member, from a hash instead of a die: FNV-1a over salt and member, hashed again and
 * cut to ten thousand, as the published bucketing scheme (version 2) of the experiment world does
 * it, so that splits of journeys and of experiments can be recomputed by anyone.
 */
public final class Bucket {

    private static final int OFFSET_BASIS = 0x811c9dc5;
    private static final int PRIME = 0x01000193;

    private Bucket() {}

    /** A number from 0 to 9,999 that depends on nothing but its two arguments. */
    public static int of(String salt, String member) {
        long first = Integer.toUnsignedLong(fnv(salt + member));
        return (int) (Integer.toUnsignedLong(fnv(Long.toString(first))) % GraphCheck.WHOLE);
    }

    private static int fnv(String text) {
        int hash = OFFSET_BASIS;
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (octet & 0xff)) * PRIME;
        }
        return hash;
    }
}

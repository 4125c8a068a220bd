package dev.waystation.release;

import org.jspecify.annotations.Nullable;

/**
 * Moves seats into a bucket.
 *
 * @param from the bucket that gives; null for the seats not released yet
 * @param to the bucket that receives
 */
public record Step(@Nullable String from, String to, Amount amount) {

    /** Opens seats that nobody could buy before. */
    public static Step open(String bucket, Amount amount) {
        return new Step(null, bucket, amount);
    }

    /** Hands seats of one bucket to another: a reserve returns. */
    public static Step move(String from, String to, Amount amount) {
        return new Step(from, to, amount);
    }
}

package dev.waystation.release;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The count of a product with the figures it follows from, all taken on the leg that decides.
 *
 * @param count seats this product can buy now
 * @param seatsFree seats free on all legs of the trip, whoever may buy them
 * @param quota seats opened so far to this product
 * @param quotaSold how many of those are gone
 * @param reserved seats open, unsold, and kept for others
 * @param reservedFor codes of the buckets or the cap that keep them
 * @param unreleased seats not opened to anybody yet
 */
public record Finding(
        Cause cause,
        int count,
        int decidingLeg,
        int seatsFree,
        int quota,
        int quotaSold,
        int reserved,
        List<String> reservedFor,
        int unreleased,
        @Nullable Instant nextOpening) {}

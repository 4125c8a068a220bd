package dev.waystation.platform.engagement.journey.store;

import java.time.Instant;
import java.util.Map;

/**
 * A wish to let a member in; the constraints decide.
 *
 * @param spacingDays how long since the last entry, 0 for any time
 */
public record Entry(
        long memberId,
        long journeyId,
        int version,
        String entryKey,
        boolean exclusive,
        int spacingDays,
        String node,
        Map<String, String> context,
        Instant at) {}

package dev.waystation.platform.members.benefits;

import dev.waystation.platform.foundation.edge.Malformed;
import java.time.Instant;
import java.util.UUID;

/**
 * A use at a gate or till.
 *
 * @param reference made by the device; the same use told twice is one use
 * @param usedAt when it happened, which may be before it is told
 */
public record EntitlementUse(UUID reference, String token, String place, Instant usedAt) {

    public EntitlementUse {
        Malformed.require(
                !place.isBlank() && place.length() <= 80, "place", place, "say where, briefly");
    }
}

package dev.waystation.platform.members.games.model;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Said;
import org.jspecify.annotations.Nullable;

/**
 * A field of a wheel.
 *
 * @param weight its part of all weights is its chance
 * @param benefit what may be used, null for points or nothing
 * @param stock how many there were, null without limit
 */
public record Prize(
        int nth,
        Said name,
        int weight,
        long points,
        @Nullable String benefit,
        int validDays,
        @Nullable Long stock,
        @Nullable Long left) {

    public Prize {
        Malformed.require(weight > 0 && weight <= 1_000_000, "weight", weight, "give 1 to 1000000");
        Malformed.require(points >= 0, "points", points, "give 0 or more");
        Malformed.require(validDays > 0, "validDays", validDays, "give at least one day");
        Malformed.require(
                stock == null || stock > 0, "stock", stock, "give one or more, or nothing");
    }

    public boolean gone() {
        return left != null && left == 0;
    }
}

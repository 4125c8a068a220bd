package dev.waystation.platform.selling.inventory;

import dev.waystation.platform.foundation.edge.Explanation;
import org.jspecify.annotations.Nullable;

/**
 * How many seats can be bought.
 *
 * @param version sequence of the last decision the count includes: how fresh it is
 * @param why present when the count is 0
 */
public record Availability(int count, long version, @Nullable Explanation why) {}

package dev.waystation.platform.members.loyalty;

import dev.waystation.platform.foundation.edge.Said;

/**
 * A tier and what it takes: both thresholds, reached within twelve months.
 *
 * @param rank 0 for the tier everybody starts in
 */
public record Tier(String code, int rank, Said name, long qualifyingPoints, int trips) {}

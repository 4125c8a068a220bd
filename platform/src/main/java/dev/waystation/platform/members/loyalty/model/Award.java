package dev.waystation.platform.members.loyalty.model;

import dev.waystation.platform.foundation.edge.Explanation;

/** What a trip earns, and why. */
public record Award(long points, long qualifying, Explanation why) {}

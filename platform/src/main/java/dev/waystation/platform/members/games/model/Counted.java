package dev.waystation.platform.members.games.model;

import java.time.Instant;

/** Something that counts for a member. */
public record Counted(Metric metric, long memberId, long amount, Instant at) {}

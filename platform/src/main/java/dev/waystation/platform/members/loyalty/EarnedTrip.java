package dev.waystation.platform.members.loyalty;

import java.time.Instant;

/** A trip of the past that earns by the rules. */
public record EarnedTrip(long memberId, long fareMinor, boolean senior, Instant completedAt) {}

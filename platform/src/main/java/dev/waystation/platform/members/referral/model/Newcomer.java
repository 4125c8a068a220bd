package dev.waystation.platform.members.referral.model;

import java.time.Instant;

/** Somebody who has just joined; the key tells documents apart without showing them. */
public record Newcomer(long memberId, String documentKey, Instant joinedAt) {}

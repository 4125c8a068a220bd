package dev.waystation.platform.members.referral.model;

import java.time.Instant;

/** A place; of two with as many, whoever got there first stands above. */
public record BoardPlace(int place, long memberId, int invites, Instant reachedAt) {}

package dev.waystation.platform.engagement.journey.model;

import java.time.Instant;

/** A member whom a cap across journeys kept out of one, and which cap. */
public record KeptOut(long memberId, long journeyId, String entryKey, String reason, Instant at) {}

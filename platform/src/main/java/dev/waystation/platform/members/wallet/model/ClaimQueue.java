package dev.waystation.platform.members.wallet.model;

import org.jspecify.annotations.Nullable;

/**
 * How the claims desk stands.
 *
 * @param others open claims that colleagues work on right now
 * @param secondsEach how long one took on average over the last week; null while nobody decided any
 * @param decidedToday by everybody
 * @param mineToday by who asks
 */
public record ClaimQueue(
        long open, long others, @Nullable Long secondsEach, long decidedToday, long mineToday) {}

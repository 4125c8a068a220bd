package dev.waystation.platform.members.wallet.model;

import java.time.LocalDate;

/**
 * What became of the points of one cohort up to the end of a month.
 *
 * @param cohort the day on which they end
 * @param allocatedMinor part of the sales put off for them
 * @param earnedMinor part of that which is revenue by now
 */
public record LiabilityLine(
        LocalDate cohort,
        long issued,
        long redeemed,
        long expired,
        long reversed,
        long moved,
        long outstanding,
        long allocatedMinor,
        long earnedMinor) {

    public long deferredMinor() {
        return allocatedMinor - earnedMinor;
    }
}

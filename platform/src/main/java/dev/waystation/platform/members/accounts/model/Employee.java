package dev.waystation.platform.members.accounts.model;

/**
 * Somebody who may book on an account.
 *
 * @param usedMinor what was booked this month and did not come back
 */
public record Employee(
        long memberId, String costCentre, long monthlyMinor, long usedMinor, boolean active) {

    public long leftMinor() {
        return active ? Math.max(0, monthlyMinor - usedMinor) : 0;
    }
}

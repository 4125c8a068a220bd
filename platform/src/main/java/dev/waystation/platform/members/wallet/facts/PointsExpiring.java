package dev.waystation.platform.members.wallet.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Points end soon; said once per last day and threshold.
 *
 * @param threshold the configured number of days before the last day
 */
public record PointsExpiring(
        long memberId,
        String currency,
        long amount,
        LocalDate lastDay,
        int threshold,
        Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return memberId;
    }
}

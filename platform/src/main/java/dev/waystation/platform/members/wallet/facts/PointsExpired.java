package dev.waystation.platform.members.wallet.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;
import java.time.LocalDate;

/** Points lapsed unused; {@code lastDay} was the last day on which they could be used. */
public record PointsExpired(
        long memberId, String currency, long amount, LocalDate lastDay, Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return memberId;
    }
}

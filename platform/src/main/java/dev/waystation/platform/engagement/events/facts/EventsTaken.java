package dev.waystation.platform.engagement.events.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A commit of the intake: one fact for all its events, which {@code Events} gives by this number.
 */
public record EventsTaken(
        long batch, LocalDate firstDay, LocalDate lastDay, int count, Instant occurredAt)
        implements Fact {
    @Override
    public long subject() {
        return batch;
    }
}

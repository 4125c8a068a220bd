package dev.waystation.platform.selling.catalogue.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Runs of these service dates (both included) came on sale or were withdrawn.
 *
 * @param runCount runs that are new
 */
public record RunsScheduled(
        LocalDate from, LocalDate to, int runCount, int withdrawnCount, Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return from.toEpochDay();
    }
}

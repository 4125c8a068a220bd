package dev.waystation.platform.selling.catalogue.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/** A timetable was loaded; counts are of trains. */
public record TimetableImported(
        long importId, String source, int added, int changed, int unchanged, Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return importId;
    }
}

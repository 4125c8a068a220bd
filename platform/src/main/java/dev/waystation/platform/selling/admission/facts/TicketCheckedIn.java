package dev.waystation.platform.selling.admission.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/** A gate let a traveller in; at most once per ticket. */
public record TicketCheckedIn(
        long ticketId,
        long memberId,
        long runId,
        String stationCode,
        String gate,
        Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return memberId;
    }
}

package dev.waystation.platform.selling.booking.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/** A paid seat became a ticket; once per order line. */
public record TicketIssued(
        long ticketId,
        long orderId,
        long memberId,
        long runId,
        String seatClass,
        long fareMinor,
        Instant departs,
        Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return memberId;
    }
}

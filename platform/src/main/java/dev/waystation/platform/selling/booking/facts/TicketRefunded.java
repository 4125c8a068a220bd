package dev.waystation.platform.selling.booking.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/** A ticket was given back before departure; refund and fee sum to its fare. */
public record TicketRefunded(
        long ticketId,
        long orderId,
        long memberId,
        long runId,
        long refundMinor,
        long feeMinor,
        Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return memberId;
    }
}

package dev.waystation.platform.selling.booking.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/**
 * A ticket ended because another one took its place.
 *
 * @param orderId the order of the change
 * @param carriedMinor what of the old ticket's fare pays the new one
 * @param feeMinor what the change itself cost
 * @param by who asked for it
 */
public record TicketChanged(
        long ticketId,
        long newTicketId,
        long orderId,
        long memberId,
        long carriedMinor,
        long feeMinor,
        String by,
        Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return memberId;
    }
}

package dev.waystation.platform.selling.booking.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/**
 * What of a refund falls to which order of a row of changes. The refund of a changed ticket is told
 * once by {@link TicketRefunded}; what orders before it paid is moved to them here, so the parts of
 * one refund sum to nothing. The difference of a cheaper ticket is told here alone.
 *
 * @param ticketId whose order it is
 * @param refundMinor negative where another order bears it
 */
public record RefundShared(
        long ticketId, long orderId, long memberId, long refundMinor, Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return memberId;
    }
}

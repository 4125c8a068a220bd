package dev.waystation.platform.selling.booking;

import dev.waystation.platform.foundation.edge.Malformed;
import java.util.List;
import java.util.UUID;

/**
 * A wish to ride otherwise than the ticket says.
 *
 * @param reference one change, one reference: repeated requests find the first one's order
 * @param coupons that pay of the difference
 * @param byWhom for the audit trail, such as {@code staff:7} or {@code member:12}
 */
public record ChangeRequest(
        UUID reference,
        TicketId ticket,
        long runId,
        int fromCall,
        int toCall,
        String seatClass,
        List<String> coupons,
        String byWhom) {

    public ChangeRequest {
        Malformed.require(
                fromCall >= 0, "fromCall", fromCall, "give the index of the boarding stop");
        Malformed.require(
                toCall > fromCall, "toCall", toCall, "give a stop after the boarding stop");
        coupons = List.copyOf(coupons);
    }
}

package dev.waystation.platform.selling.booking.model;

import dev.waystation.platform.selling.booking.OrderId;
import dev.waystation.platform.selling.booking.TicketId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order that changes a ticket into its own.
 *
 * @param nth of the changes since the first ticket
 * @param carriedMinor what of the old ticket pays the new one
 * @param carriedBack what of that went back since
 * @param ownBack what went back of what this order itself added
 * @param doneAt null while it waits for its money, and for ever when it came to nothing
 */
public record TicketChange(
        long memberId,
        OrderId order,
        TicketId oldTicket,
        OrderId oldOrder,
        int nth,
        boolean upgrade,
        long feeMinor,
        long carriedMinor,
        long returnedMinor,
        long keptMinor,
        long carriedBack,
        long ownBack,
        String byWhom,
        Instant openedAt,
        @Nullable Instant doneAt) {}

package dev.waystation.platform.selling.booking;

import dev.waystation.amounts.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One traveller's seat on one trip.
 *
 * @param group passenger group the seat was sold to: general, student, senior, child
 * @param checkedInAt when the gate let the traveller in, null before
 */
public record Ticket(
        TicketId id,
        OrderId orderId,
        long memberId,
        long travellerId,
        int line,
        String group,
        Trip trip,
        Money fare,
        String car,
        String seat,
        TicketStatus status,
        @Nullable Instant checkedInAt) {

    /** The same ticket at another fare. */
    public Ticket at(Money price) {
        return new Ticket(
                id,
                orderId,
                memberId,
                travellerId,
                line,
                group,
                trip,
                price,
                car,
                seat,
                status,
                checkedInAt);
    }
}

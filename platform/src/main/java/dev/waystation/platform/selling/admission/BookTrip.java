package dev.waystation.platform.selling.admission;

import dev.waystation.platform.selling.booking.OrderPlacement;
import dev.waystation.platform.selling.booking.OrderRequest;
import dev.waystation.platform.selling.booking.Ticket;
import java.util.List;

/**
 * A whole purchase inside the process, for simulated customers: the same use cases that serve HTTP,
 * one after the other, each in a transaction of its own.
 */
public interface BookTrip {

    /** Places the order, has the sandbox approve its payment, and waits for the tickets. */
    Outcome book(OrderRequest request);

    /**
     * Scans the ticket at its own station; answers the gate's reason code, ADMITTED if it opened.
     */
    String checkIn(Ticket ticket, String gate);

    /** What became of the purchase. */
    sealed interface Outcome {

        record Booked(List<Ticket> tickets) implements Outcome {}

        record Refused(OrderPlacement.Refused why) implements Outcome {}

        /** Seats were gone when the payment arrived; the money went back. */
        record PaidTooLate() implements Outcome {}
    }
}

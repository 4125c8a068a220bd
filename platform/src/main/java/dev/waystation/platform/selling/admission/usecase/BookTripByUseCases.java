package dev.waystation.platform.selling.admission.usecase;

import dev.waystation.platform.selling.admission.BookTrip;
import dev.waystation.platform.selling.booking.Order;
import dev.waystation.platform.selling.booking.OrderId;
import dev.waystation.platform.selling.booking.OrderPlacement;
import dev.waystation.platform.selling.booking.OrderRequest;
import dev.waystation.platform.selling.booking.OrderStatus;
import dev.waystation.platform.selling.booking.Orders;
import dev.waystation.platform.selling.booking.Ticket;
import dev.waystation.platform.selling.booking.Tickets;
import dev.waystation.platform.selling.payment.SandboxPayments;
import org.springframework.stereotype.Service;

/** Walks a simulated customer through the doors of booking, payment and the gate. */
@Service
class BookTripByUseCases implements BookTrip {

    private final Orders orders;
    private final Tickets tickets;
    private final SandboxPayments sandbox;
    private final CheckTicket checkTicket;

    BookTripByUseCases(
            Orders orders, Tickets tickets, SandboxPayments sandbox, CheckTicket checkTicket) {
        this.orders = orders;
        this.tickets = tickets;
        this.sandbox = sandbox;
        this.checkTicket = checkTicket;
    }

    @Override
    public Outcome book(OrderRequest request) {
        return switch (orders.place(request)) {
            case OrderPlacement.Refused refused -> new Outcome.Refused(refused);
            case OrderPlacement.Placed(Order order) -> pay(order.id());
        };
    }

    private Outcome pay(OrderId id) {
        orders.pay(id).ifPresent(intent -> sandbox.approve(intent.id()));
        orders.settle(id);
        Order order = orders.order(id).orElseThrow();
        return order.status() == OrderStatus.PAID
                ? new Outcome.Booked(order.tickets())
                : new Outcome.PaidTooLate();
    }

    @Override
    public String checkIn(Ticket ticket, String gate) {
        return GateDiary.code(
                checkTicket.handle(
                        new CheckTicket.Command(
                                tickets.code(ticket), gate, ticket.trip().from().stationCode())));
    }
}

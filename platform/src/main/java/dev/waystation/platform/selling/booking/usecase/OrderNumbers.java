package dev.waystation.platform.selling.booking.usecase;

import dev.waystation.platform.selling.booking.Order;
import dev.waystation.platform.selling.booking.OrderId;
import dev.waystation.platform.selling.booking.OrderRequest;
import dev.waystation.platform.selling.booking.TicketId;
import dev.waystation.platform.selling.booking.store.OrderStore;
import dev.waystation.platform.selling.booking.store.TicketStore;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Numbers of new orders and tickets, and the order a reference already stands for. */
@Component
class OrderNumbers {

    private final OrderStore orders;
    private final TicketStore tickets;

    OrderNumbers(OrderStore orders, TicketStore tickets) {
        this.orders = orders;
        this.tickets = tickets;
    }

    /** Numbers that nothing else has. */
    record Drawn(OrderId order, List<TicketId> tickets) {}

    Drawn draw(int ticketCount) {
        return new Drawn(orders.next(), tickets.next(ticketCount));
    }

    Optional<Order> ofReference(OrderRequest request) {
        return orders.ofMember(request.memberId(), request.reference());
    }
}

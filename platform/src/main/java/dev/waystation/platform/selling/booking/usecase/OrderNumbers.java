package dev.waystation.platform.selling.booking.usecase;

import dev.waystation.platform.selling.booking.Order;
import dev.waystation.platform.selling.booking.OrderId;
import dev.waystation.platform.selling.booking.OrderRequest;
import dev.waystation.platform.selling.booking.OrderStatus;
import dev.waystation.platform.selling.booking.Ticket;
import dev.waystation.platform.selling.booking.TicketId;
import dev.waystation.platform.selling.booking.TicketStatus;
import dev.waystation.platform.selling.booking.model.Draft;
import dev.waystation.platform.selling.booking.model.Passenger;
import dev.waystation.platform.selling.booking.store.OrderStore;
import dev.waystation.platform.selling.booking.store.TicketStore;
import dev.waystation.platform.selling.inventory.SeatLabel;
import java.time.Instant;
import java.util.ArrayList;
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

    /** An order nobody has written yet, with numbers that nothing else has. */
    Order order(
            OrderRequest request,
            Draft.Ready ready,
            List<SeatLabel> seats,
            Instant now,
            Instant expires) {
        OrderId id = orders.next();
        List<TicketId> ids = tickets.next(seats.size());
        List<Ticket> lines = new ArrayList<>();
        for (int i = 0; i < seats.size(); i++) {
            Passenger passenger = ready.passengers().get(i);
            lines.add(
                    new Ticket(
                            ids.get(i),
                            id,
                            request.memberId(),
                            passenger.travellerId(),
                            i + 1,
                            passenger.group(),
                            ready.trip(),
                            passenger.fare(),
                            seats.get(i).car(),
                            seats.get(i).label(),
                            TicketStatus.HELD,
                            null));
        }
        return new Order(
                id,
                request.memberId(),
                request.reference(),
                OrderStatus.HELD,
                ready.trip(),
                ready.amount(),
                now,
                expires,
                List.copyOf(lines));
    }

    Optional<Order> ofReference(OrderRequest request) {
        return orders.ofMember(request.memberId(), request.reference());
    }
}

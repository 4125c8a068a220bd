package dev.waystation.platform.selling.booking.web;

import dev.waystation.amounts.Money;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.benefits.Coupons;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.TravellerIdentity;
import dev.waystation.platform.selling.booking.Order;
import dev.waystation.platform.selling.booking.Ticket;
import dev.waystation.platform.selling.booking.TicketStatus;
import dev.waystation.platform.selling.booking.Tickets;
import dev.waystation.platform.selling.booking.Trip;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Orders and tickets as clients see them: public ids, masked names, codes only where they open. */
@Component
class OrderViews {

    private final Members members;
    private final Tickets tickets;
    private final Coupons coupons;

    OrderViews(Members members, Tickets tickets, Coupons coupons) {
        this.members = members;
        this.tickets = tickets;
        this.coupons = coupons;
    }

    /** What coupons took off; the amount is what is left. */
    private Money discount(Order order) {
        long off =
                coupons.discounts(order.reference()).values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
        return new Money(off, order.amount().currency());
    }

    record OrderView(
            String id,
            String memberId,
            String status,
            Instant placedAt,
            Instant expiresAt,
            Money amount,
            Money discount,
            RunView run,
            List<TicketView> tickets) {}

    record RunView(
            String runId,
            String trainCode,
            LocalDate serviceDate,
            String seatClass,
            int fromCall,
            int toCall,
            StopView from,
            StopView to) {}

    record StopView(String station, Said name, Instant time) {}

    record SeatView(String car, String label) {}

    /**
     * @param code what the QR code shows; null while the ticket opens no gate
     */
    record TicketView(
            String id,
            String orderId,
            String traveller,
            String group,
            Money fare,
            SeatView seat,
            String status,
            @Nullable Instant checkedInAt,
            @Nullable String code,
            RunView run) {}

    OrderView order(Order order) {
        return new OrderView(
                order.id().text(),
                PublicId.encode("mbr", order.memberId()),
                order.status().code(),
                order.placedAt(),
                order.expiresAt(),
                order.amount(),
                discount(order),
                run(order.trip()),
                order.tickets().stream().map(this::ticket).toList());
    }

    TicketView ticket(Ticket ticket) {
        return new TicketView(
                ticket.id().text(),
                ticket.orderId().text(),
                traveller(ticket),
                ticket.group(),
                ticket.fare(),
                new SeatView(ticket.car(), ticket.seat()),
                ticket.status().code(),
                ticket.checkedInAt(),
                ticket.status() == TicketStatus.ISSUED ? tickets.code(ticket) : null,
                run(ticket.trip()));
    }

    /** Trips from before this system name nobody: they were the member's own. */
    private String traveller(Ticket ticket) {
        return members.travellers(ticket.memberId()).stream()
                .filter(each ->
                        ticket.travellerId() == 0
                                ? each.self()
                                : each.travellerId() == ticket.travellerId())
                .findFirst()
                .map(TravellerIdentity::maskedName)
                .orElse("");
    }

    private static RunView run(Trip trip) {
        return new RunView(
                PublicId.encode("run", trip.runId()),
                trip.trainCode(),
                trip.serviceDate(),
                trip.seatClass(),
                trip.fromCall(),
                trip.toCall(),
                stop(trip.from()),
                stop(trip.to()));
    }

    private static StopView stop(Trip.Stop stop) {
        return new StopView(stop.stationCode(), stop.name(), stop.at());
    }
}

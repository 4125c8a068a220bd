package dev.waystation.platform.selling.booking.usecase;

import dev.waystation.amounts.Money;
import dev.waystation.platform.members.benefits.Cart;
import dev.waystation.platform.members.benefits.Coupons;
import dev.waystation.platform.members.benefits.Reservation;
import dev.waystation.platform.members.benefits.ReserveOutcome;
import dev.waystation.platform.selling.booking.Order;
import dev.waystation.platform.selling.booking.Ticket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Coupons of an order. A ticket's fare is what is paid for it, so a discount is taken off the
 * tickets it was allocated to, and everything later, refunds, fees, points, follows from the fare.
 */
@Component
class OrderCoupons {

    /** The order itself gives its coupons back; this is for an order that was never written. */
    private static final Duration LEFT_STANDING = Duration.ofMinutes(30);

    private final Coupons coupons;

    OrderCoupons(Coupons coupons) {
        this.coupons = coupons;
    }

    /** Sets coupons aside in the order's transaction. */
    ReserveOutcome reserve(Order order, List<String> wanted) {
        List<Cart.Line> lines =
                order.tickets().stream()
                        .map(ticket ->
                                new Cart.Line(
                                        key(ticket),
                                        "rail." + order.trip().seatClass(),
                                        ticket.fare().minor()))
                        .toList();
        Map<String, Object> facts = Map.of("seatClass", order.trip().seatClass());
        return coupons.reserve(
                new Reservation(
                        order.reference(),
                        order.memberId(),
                        wanted,
                        new Cart(order.amount().currency(), lines, facts),
                        order.expiresAt().plus(LEFT_STANDING)));
    }

    /** The order at its price with the coupons. */
    static Order discounted(Order order, ReserveOutcome.Reserved reserved) {
        List<Ticket> tickets =
                order.tickets().stream()
                        .map(ticket ->
                                ticket.at(
                                        new Money(
                                                ticket.fare().minor()
                                                        - reserved.lines()
                                                                .getOrDefault(key(ticket), 0L),
                                                ticket.fare().currency())))
                        .toList();
        return order.priced(
                Money.sum(order.amount().currency(), tickets.stream().map(Ticket::fare).toList()),
                tickets);
    }

    /** The order is paid; false when a freed coupon was taken by somebody else meanwhile. */
    boolean redeem(Order order) {
        return coupons.redeem(order.reference());
    }

    void giveBack(Order order, String cause) {
        coupons.giveBack(order.reference(), cause);
    }

    /** A ticket is taken back; with the last one its coupons come back too. */
    void returned(Order order, Ticket ticket) {
        coupons.returnLine(order.reference(), key(ticket));
    }

    private static String key(Ticket ticket) {
        return "ticket-" + ticket.line();
    }
}

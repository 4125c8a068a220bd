package dev.waystation.platform.selling.booking.usecase;

import dev.waystation.platform.selling.booking.Order;
import dev.waystation.platform.selling.booking.OrderId;
import dev.waystation.platform.selling.booking.store.LockedOrder;
import dev.waystation.platform.selling.booking.store.OrderStore;
import dev.waystation.platform.selling.payment.PaymentIntent;
import dev.waystation.platform.selling.payment.Payments;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens the payment of an order that waits for money. */
@Service
public class PayOrder {

    private final OrderStore orders;
    private final Payments payments;
    private final Clock clock;

    PayOrder(OrderStore orders, Payments payments, Clock clock) {
        this.orders = orders;
        this.payments = payments;
        this.clock = clock;
    }

    /** The answer to a wish to pay. */
    public sealed interface Outcome {
        record Opened(PaymentIntent intent, String payUrl) implements Outcome {}

        record Refused(PayRefusal code) implements Outcome {}
    }

    /** Why no payment was opened, in the order in which the reasons are looked for. */
    public enum PayRefusal {
        ORDER_NOT_FOUND,
        ORDER_IS_PAID,
        ORDER_IS_CANCELLED,
        ORDER_HAS_EXPIRED,
        NO_PAYMENT_GATEWAY
    }

    @Transactional
    public Outcome handle(OrderId id) {
        Optional<Order> found = orders.locked(id).map(LockedOrder::order);
        if (found.isEmpty()) {
            return new Outcome.Refused(PayRefusal.ORDER_NOT_FOUND);
        }
        Order order = found.get();
        return switch (order.status()) {
            case PAID -> new Outcome.Refused(PayRefusal.ORDER_IS_PAID);
            case CANCELLED -> new Outcome.Refused(PayRefusal.ORDER_IS_CANCELLED);
            case EXPIRED -> new Outcome.Refused(PayRefusal.ORDER_HAS_EXPIRED);
            case HELD -> open(order);
        };
    }

    private Outcome open(Order order) {
        if (!clock.instant().isBefore(order.expiresAt())) {
            return new Outcome.Refused(PayRefusal.ORDER_HAS_EXPIRED);
        }
        PaymentIntent intent = payments.open(order.reference(), order.amount(), subject(order));
        if (intent.captured()) {
            return new Outcome.Refused(PayRefusal.ORDER_IS_PAID);
        }
        return payments.payUrl(intent)
                .<Outcome>map(payUrl -> new Outcome.Opened(intent, payUrl))
                .orElseGet(() -> new Outcome.Refused(PayRefusal.NO_PAYMENT_GATEWAY));
    }

    private static String subject(Order order) {
        return "%s %s %s–%s"
                .formatted(
                        order.trip().trainCode(),
                        order.trip().serviceDate(),
                        order.trip().from().name().zh(),
                        order.trip().to().name().zh());
    }
}

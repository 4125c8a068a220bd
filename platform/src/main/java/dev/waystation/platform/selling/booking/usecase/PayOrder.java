package dev.waystation.platform.selling.booking.usecase;

import dev.waystation.amounts.Money;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.selling.booking.Order;
import dev.waystation.platform.selling.booking.OrderId;
import dev.waystation.platform.selling.booking.facts.OrderCovered;
import dev.waystation.platform.selling.booking.store.LockedOrder;
import dev.waystation.platform.selling.booking.store.OrderStore;
import dev.waystation.platform.selling.payment.PaymentIntent;
import dev.waystation.platform.selling.payment.Payments;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens the payment of an order that waits for money. */
@Service
public class PayOrder {

    private final OrderStore orders;
    private final Payments payments;
    private final PlanPayment plans;
    private final OrderTenders tenders;
    private final FactLog facts;
    private final Clock clock;

    PayOrder(
            OrderStore orders,
            Payments payments,
            PlanPayment plans,
            OrderTenders tenders,
            FactLog facts,
            Clock clock) {
        this.orders = orders;
        this.payments = payments;
        this.plans = plans;
        this.tenders = tenders;
        this.facts = facts;
        this.clock = clock;
    }

    /** The answer to a wish to pay. */
    public sealed interface Outcome {
        record Opened(PaymentIntent intent, String payUrl) implements Outcome {}

        /** Nothing is left for cash; the tickets follow at once. */
        record Covered() implements Outcome {}

        /**
         * @param possible the amount that would have passed, 0 where it is about no amount
         */
        record Refused(PayRefusal code, long possible, @Nullable Explanation why)
                implements Outcome {
            Refused(PayRefusal code) {
                this(code, 0, null);
            }

            public Refused(PayRefusal code, long possible) {
                this(code, possible, null);
            }
        }
    }

    /** Why no payment was opened, in the order in which the reasons are looked for. */
    public enum PayRefusal {
        ORDER_NOT_FOUND,
        ORDER_IS_PAID,
        ORDER_IS_CANCELLED,
        ORDER_HAS_EXPIRED,
        PAYMENT_HAS_BEGUN,
        ORDER_TAKES_FEWER_POINTS,
        ORDER_NEEDS_FIRST_USE_POINTS,
        ORDER_NEEDS_MORE_POINTS,
        ORDER_STORED_VALUE_TOO_LOW,
        ORDER_POINTS_DO_NOT_SUFFICE,
        POOL_NOT_FOUND,
        POOL_IS_FROZEN,
        POOL_OWNER_ONLY,
        POOL_NOT_ACTIVE_YET,
        POOL_LIMIT_REACHED,
        POOL_IS_TOO_LOW,
        ACCOUNT_NOT_YOURS,
        ACCOUNT_IS_SUSPENDED,
        ACCOUNT_CREDIT_REACHED,
        ACCOUNT_MONTH_LIMIT_REACHED,
        NO_PAYMENT_GATEWAY
    }

    /** With cash alone, or with what an earlier wish planned. */
    @Transactional
    public Outcome handle(OrderId id) {
        return handle(id, 0, 0);
    }

    /**
     * @param points so many of the member's points, and so many minor units from the member's card;
     *     cash pays the rest. What was planned once stands until the order ends.
     */
    @Transactional
    public Outcome handle(OrderId id, long points, long storedMinor) {
        return handle(id, new PlanPayment.Wish(points, 0, storedMinor, null));
    }

    /** The account of the member's enterprise pays all of it. */
    @Transactional
    public Outcome onAccount(OrderId id, long accountId) {
        return handle(id, new PlanPayment.Wish(0, 0, 0, accountId));
    }

    /** With whatever was wished for; cash pays the rest. */
    @Transactional
    public Outcome handle(OrderId id, PlanPayment.Wish wish) {
        Optional<Order> found = orders.locked(id).map(LockedOrder::order);
        if (found.isEmpty()) {
            return new Outcome.Refused(PayRefusal.ORDER_NOT_FOUND);
        }
        Order order = found.get();
        return switch (order.status()) {
            case PAID -> new Outcome.Refused(PayRefusal.ORDER_IS_PAID);
            case CANCELLED -> new Outcome.Refused(PayRefusal.ORDER_IS_CANCELLED);
            case EXPIRED -> new Outcome.Refused(PayRefusal.ORDER_HAS_EXPIRED);
            case HELD -> open(order, wish);
        };
    }

    private Outcome open(Order order, PlanPayment.Wish wish) {
        if (!clock.instant().isBefore(order.expiresAt())) {
            return new Outcome.Refused(PayRefusal.ORDER_HAS_EXPIRED);
        }
        Optional<PaymentIntent> begun = payments.ofOrder(order.reference());
        if (!wish.nothing() && begun.isPresent() && tenders.plan(order).isEmpty()) {
            return new Outcome.Refused(PayRefusal.PAYMENT_HAS_BEGUN);
        }
        Optional<PlanPayment.Refused> no = plans.plan(order, wish);
        if (no.isPresent()) {
            return new Outcome.Refused(no.get().code(), no.get().possible(), no.get().why());
        }
        Money cash = tenders.cash(order);
        if (cash.signum() == 0) {
            facts.append(
                    new OrderCovered(
                            order.id().value(),
                            order.reference(),
                            order.memberId(),
                            clock.instant()));
            return new Outcome.Covered();
        }
        PaymentIntent intent = payments.open(order.reference(), cash, subject(order));
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

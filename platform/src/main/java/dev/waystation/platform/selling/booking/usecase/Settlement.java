package dev.waystation.platform.selling.booking.usecase;

import dev.waystation.platform.selling.booking.Order;
import dev.waystation.platform.selling.booking.model.References;
import dev.waystation.platform.selling.booking.store.LockedOrder;
import dev.waystation.platform.selling.payment.PaymentIntent;
import dev.waystation.platform.selling.payment.Payments;
import dev.waystation.platform.selling.payment.RefundOutcome;
import org.springframework.stereotype.Component;

/** What a paid order is owed: seats, or its money. */
@Component
class Settlement {

    private final Payments payments;
    private final SecureSeats seats;
    private final OrderCoupons coupons;

    Settlement(Payments payments, SecureSeats seats, OrderCoupons coupons) {
        this.payments = payments;
        this.seats = seats;
        this.coupons = coupons;
    }

    boolean captured(Order order) {
        return payments.ofOrder(order.reference()).filter(PaymentIntent::captured).isPresent();
    }

    SecureSeats.Outcome seats(LockedOrder order) {
        if (!coupons.redeem(order.order())) {
            return new SecureSeats.Outcome.None(ReturnReason.PAID_TOO_LATE_COUPON_IS_GONE);
        }
        SecureSeats.Outcome outcome = seats.forPaid(order);
        if (outcome instanceof SecureSeats.Outcome.None) {
            coupons.giveBack(order.order(), "money_returned");
        }
        return outcome;
    }

    /** All of it, at once, whatever the fare rules say: nothing was delivered. */
    void giveBack(Order order, ReturnReason reason) {
        RefundOutcome outcome =
                payments.refund(
                        References.derived(order.reference(), "late-payment"),
                        order.reference(),
                        order.amount(),
                        reason.name());
        if (outcome instanceof RefundOutcome.Refused(RefundOutcome.RefundRefusal code)) {
            throw new IllegalStateException(
                    "the late payment of order %d could not be returned: %s"
                            .formatted(order.id().value(), code));
        }
    }
}

package dev.waystation.platform.selling.booking.usecase;

import dev.waystation.amounts.Money;
import dev.waystation.platform.selling.booking.Order;
import dev.waystation.platform.selling.booking.OrderStatus;
import dev.waystation.platform.selling.booking.model.References;
import dev.waystation.platform.selling.booking.store.LockedOrder;
import dev.waystation.platform.selling.payment.PaymentIntent;
import dev.waystation.platform.selling.payment.Payments;
import dev.waystation.platform.selling.payment.RefundOutcome;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a paid order is owed: seats, or its money. */
@Component
class Settlement {

    private final Payments payments;
    private final SecureSeats seats;
    private final OrderCoupons coupons;
    private final OrderTenders tenders;
    private final EndOldTicket oldTicket;
    private final CompleteChange change;

    Settlement(
            Payments payments,
            SecureSeats seats,
            OrderCoupons coupons,
            OrderTenders tenders,
            EndOldTicket oldTicket,
            CompleteChange change) {
        this.payments = payments;
        this.seats = seats;
        this.coupons = coupons;
        this.tenders = tenders;
        this.oldTicket = oldTicket;
        this.change = change;
    }

    boolean captured(Order order) {
        return tenders.covered(order)
                || payments.ofOrder(order.reference()).filter(PaymentIntent::captured).isPresent();
    }

    /** An order that changes a ticket ends that one first, and gives it back when it fails. */
    SecureSeats.Outcome seats(LockedOrder locked) {
        if (locked.order().status() == OrderStatus.CANCELLED) {
            // nothing is owed: neither points nor card nor coupon are touched
            return seats.forPaid(locked);
        }
        Optional<ReturnReason> no = oldTicket.end(locked.order());
        if (no.isPresent()) {
            return new SecureSeats.Outcome.None(no.get());
        }
        SecureSeats.Outcome outcome = newSeats(locked);
        if (outcome instanceof SecureSeats.Outcome.None) {
            oldTicket.keep(locked.order());
        } else {
            change.complete(locked.order());
        }
        return outcome;
    }

    private SecureSeats.Outcome newSeats(LockedOrder order) {
        if (!coupons.redeem(order.order())) {
            return new SecureSeats.Outcome.None(ReturnReason.PAID_TOO_LATE_COUPON_IS_GONE);
        }
        // The charge first: seats that are ours for good could not be let go again.
        SecureSeats.Outcome outcome =
                tenders.charge(order.order())
                        ? seats.forPaid(order)
                        : new SecureSeats.Outcome.None(ReturnReason.POINTS_OR_CARD_DO_NOT_SUFFICE);
        if (outcome instanceof SecureSeats.Outcome.None) {
            coupons.giveBack(order.order(), "money_returned");
        }
        return outcome;
    }

    /** All of it, at once, whatever the fare rules say: nothing was delivered. */
    void giveBack(LockedOrder locked, ReturnReason reason) {
        Order order = locked.order();
        seats.letGo(locked);
        Money cash = tenders.cash(order);
        tenders.letGo(order);
        if (cash.signum() == 0) {
            return;
        }
        RefundOutcome outcome =
                payments.refund(
                        References.derived(order.reference(), "late-payment"),
                        order.reference(),
                        cash,
                        reason.name());
        if (outcome instanceof RefundOutcome.Refused(RefundOutcome.RefundRefusal code)) {
            throw new IllegalStateException(
                    "the late payment of order %d could not be returned: %s"
                            .formatted(order.id().value(), code));
        }
    }
}

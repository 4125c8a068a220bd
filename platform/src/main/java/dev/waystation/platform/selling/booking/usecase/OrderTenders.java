package dev.waystation.platform.selling.booking.usecase;

import dev.waystation.amounts.Money;
import dev.waystation.ledger.Tenders;
import dev.waystation.platform.members.accounts.Accounts;
import dev.waystation.platform.members.wallet.StoredValue;
import dev.waystation.platform.selling.booking.Order;
import dev.waystation.platform.selling.booking.Ticket;
import dev.waystation.platform.selling.booking.model.PaymentPlan;
import dev.waystation.platform.selling.booking.model.References;
import dev.waystation.platform.selling.booking.store.TenderStore;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Points and stored value that pay an order. Points are set aside when payment begins and taken
 * when the order is settled; the card is charged then. Both are durable by themselves, so each step
 * carries a reference made from the order's: repeated after a crash it finds itself.
 */
@Component
class OrderTenders {

    static final String SOURCE = "booking";
    private static final String MERCHANT = "railway";

    private final TenderStore tenders;
    private final OrderPoints points;
    private final StoredValue card;
    private final Accounts accounts;
    private final TenderTerms terms;
    private final ReturnTenders returns;

    OrderTenders(
            TenderStore tenders,
            OrderPoints points,
            StoredValue card,
            Accounts accounts,
            TenderTerms terms,
            ReturnTenders returns) {
        this.returns = returns;
        this.tenders = tenders;
        this.points = points;
        this.card = card;
        this.accounts = accounts;
        this.terms = terms;
    }

    Optional<PaymentPlan> plan(Order order) {
        return tenders.plan(order.memberId(), order.id().value());
    }

    /** Whether it needs no cash, by a plan that somebody made. */
    boolean covered(Order order) {
        return plan(order).filter(plan -> plan.cashMinor() == 0).isPresent();
    }

    Optional<PaymentPlan> plan(Ticket ticket) {
        return tenders.plan(ticket.memberId(), ticket.orderId().value());
    }

    /** Those of the orders that were not paid by cash alone. */
    Set<Long> mixed(List<Long> orderIds) {
        return tenders.mixed(orderIds);
    }

    /** Whether points alone paid the ticket. */
    boolean award(Ticket ticket) {
        return plan(ticket).filter(plan -> plan.award(ticket.line())).isPresent();
    }

    /** Whether points alone paid the ticket and such tickets are not taken back. */
    boolean keeps(Ticket ticket) {
        return !terms.now().awardRefundable() && award(ticket);
    }

    /** What cash has to pay. */
    Money cash(Order order) {
        return plan(order)
                .map(plan -> new Money(plan.cashMinor(), order.amount().currency()))
                .orElse(order.amount());
    }

    /** Takes what was planned; false when the points or the money on the card are gone. */
    boolean charge(Order order) {
        Optional<PaymentPlan> found = plan(order);
        if (found.isEmpty()) {
            return true;
        }
        PaymentPlan plan = found.get();
        if (card.taken(order.memberId(), part(order, "card-back")).isPresent()) {
            // a try that was cut off has returned it already
            return false;
        }
        if (plan.points() > 0 && !points.take(order, plan)) {
            return false;
        }
        long principal = 0;
        long gift = 0;
        if (plan.storedMinor() > 0) {
            if (!(card.payAs(
                            order.memberId(),
                            part(order, "card"),
                            plan.storedMinor(),
                            MERCHANT,
                            order.id().text())
                    instanceof StoredValue.Outcome.Moved moved)) {
                return false;
            }
            principal = moved.principal();
            gift = moved.gift();
        }
        tenders.paid(order, principal, gift);
        return true;
    }

    /** The order is off: whatever of it was set aside or taken comes back. */
    void letGo(Order order) {
        plan(order)
                .ifPresent(plan -> {
                    if (plan.points() > 0) {
                        points.letGo(order, plan);
                    }
                    if (plan.storedMinor() > 0) {
                        letCardGo(order, plan);
                    }
                    if (plan.accountId() != null) {
                        creditAll(order, plan, plan.accountId());
                    }
                    tenders.letGo(order);
                });
    }

    private void creditAll(Order order, PaymentPlan plan, long account) {
        long left = plan.parts().stream().mapToLong(PaymentPlan.Part::left).sum();
        accounts.credit(
                part(order, "account-back"), account, part(order, "account"), left, "order ended");
    }

    /** The wallet says what was taken: after a crash the plan may not know of it. */
    private void letCardGo(Order order, PaymentPlan plan) {
        card.taken(order.memberId(), part(order, "card"))
                .ifPresent(taken ->
                        card.giveBack(
                                order.memberId(),
                                part(order, "card-back"),
                                part(order, "card"),
                                taken.principal(),
                                taken.gift(),
                                0,
                                plan.storedMinor()));
    }

    /**
     * Splits a ticket's refund over what paid it. An account is credited at once; points and card
     * money are due with this transaction, never before it.
     *
     * @param occasion tells two returns of one ticket apart: a difference, later the rest
     * @return what is left for cash
     */
    Money giveBack(Order order, Ticket ticket, Money refund, String occasion) {
        Optional<PaymentPlan> found = plan(order);
        if (found.isEmpty()) {
            return refund;
        }
        PaymentPlan plan = found.get();
        List<PaymentPlan.Part> parts = plan.ofLine(ticket.line());
        long[] shares =
                Tenders.refund(
                        parts.stream().map(PaymentPlan.Part::left).toList(),
                        refund.minor(),
                        plan.refundOrder());
        long cash = 0;
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] > 0) {
                PaymentPlan.Part part = parts.get(i);
                long amount = part.amountOf(shares[i]);
                giveBack(order, plan, part, amount, occasion);
                tenders.back(order, part, amount, shares[i]);
                cash += part.kind() == PaymentPlan.Kind.CASH ? shares[i] : 0;
            }
        }
        return new Money(cash, refund.currency());
    }

    private void giveBack(
            Order order, PaymentPlan plan, PaymentPlan.Part part, long amount, String occasion) {
        UUID reference = part(order, occasion + "back " + part.kind() + " " + part.line());
        switch (part.kind()) {
            case POINTS, FAMILY, STORED -> {
                if (amount > 0) {
                    returns.due(order, part.kind(), reference, amount, plan.storedBack());
                }
            }
            case ACCOUNT ->
                    accounts.credit(
                            reference,
                            Objects.requireNonNull(plan.accountId()),
                            part(order, "account"),
                            amount,
                            "ticket " + part.line() + " returned");
            case CASH -> {}
        }
    }

    static UUID part(Order order, String what) {
        return References.derived(order.reference(), "tender " + what);
    }
}

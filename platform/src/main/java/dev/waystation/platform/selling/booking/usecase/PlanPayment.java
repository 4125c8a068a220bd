package dev.waystation.platform.selling.booking.usecase;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.members.accounts.AccountCharge;
import dev.waystation.platform.members.accounts.AccountOffer;
import dev.waystation.platform.members.accounts.AccountRefusal;
import dev.waystation.platform.members.accounts.Accounts;
import dev.waystation.platform.members.accounts.ChargeOutcome;
import dev.waystation.platform.members.wallet.SpendRule;
import dev.waystation.platform.members.wallet.Spending;
import dev.waystation.platform.selling.booking.Order;
import dev.waystation.platform.selling.booking.model.PaymentPlan;
import dev.waystation.platform.selling.booking.store.TenderStore;
import dev.waystation.platform.selling.booking.store.TicketChanges;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides whether an order can be paid with points and stored value, and sets the points aside. */
@Component
public class PlanPayment {

    /**
     * Points and minor units on the card that the member wants to pay with.
     *
     * @param familyPoints of what the family has together, instead of the member's own
     */
    public record Wish(long points, long familyPoints, long storedMinor, @Nullable Long accountId) {
        public Wish {
            Malformed.require(points >= 0, "points", points, "give 0 or more");
            Malformed.require(familyPoints >= 0, "familyPoints", familyPoints, "give 0 or more");
            Malformed.require(
                    points == 0 || familyPoints == 0,
                    "familyPoints",
                    familyPoints,
                    "use your own points or the family's, not both");
            Malformed.require(storedMinor >= 0, "storedMinor", storedMinor, "give 0 or more");
            Malformed.require(
                    accountId == null || points + familyPoints + storedMinor == 0,
                    "accountId",
                    accountId,
                    "pay with an account alone, or without one");
        }

        boolean nothing() {
            return allPoints() == 0 && storedMinor == 0 && accountId == null;
        }

        long allPoints() {
            return points + familyPoints;
        }

        boolean isOf(PaymentPlan plan) {
            return plan.points() == allPoints()
                    && plan.family() == familyPoints > 0
                    && plan.storedMinor() == storedMinor
                    && Objects.equals(plan.accountId(), accountId);
        }
    }

    /** Why not, with the amount that would have passed. */
    record Refused(PayOrder.PayRefusal code, long possible, @Nullable Explanation why) {
        Refused(PayOrder.PayRefusal code, long possible) {
            this(code, possible, null);
        }
    }

    /**
     * What can pay an order besides cash.
     *
     * @param points the most points it takes and the member has; 0 while the first use needs more
     * @param firstUsePoints what the first use needs; 0 when the member may use points
     * @param family the most points of the family it takes; 0 with a reason when none
     * @param plan what was chosen already, null while nothing was
     */
    public record Options(
            long points,
            long pointsMinor,
            long firstUsePoints,
            OrderPoints.FamilyOffer family,
            long storedMinor,
            List<AccountOffer> accounts,
            @Nullable PaymentPlan plan) {}

    private final TenderStore tenders;
    private final Spending spending;
    private final OrderPoints points;
    private final Accounts accounts;
    private final TenderTerms terms;
    private final TicketChanges changes;

    PlanPayment(
            TenderStore tenders,
            Spending spending,
            OrderPoints points,
            Accounts accounts,
            TenderTerms terms,
            TicketChanges changes) {
        this.tenders = tenders;
        this.spending = spending;
        this.points = points;
        this.accounts = accounts;
        this.terms = terms;
        this.changes = changes;
    }

    /** What the order's member could pay it with now. */
    public Options options(Order order) {
        SpendRule rule = spending.rule();
        long price = order.amount().minor();
        boolean may = spending.mayUsePoints(order.memberId());
        long most = may ? Math.min(rule.mostPointsOf(price), points.own(order)) : 0;
        return new Options(
                most,
                Math.min(price, rule.worth(most)),
                may ? 0 : rule.firstUsePoints(),
                points.family(order, rule),
                Math.min(price, spending.storedValue(order.memberId())),
                accounts.ofMember(order.memberId()),
                tenders.plan(order.memberId(), order.id().value()).orElse(null));
    }

    /** Empty when the order will be paid so, now or since an earlier wish for the same. */
    Optional<Refused> plan(Order order, Wish wish) {
        Optional<PaymentPlan> before = tenders.plan(order.memberId(), order.id().value());
        if (before.isPresent()) {
            PaymentPlan plan = before.get();
            return wish.nothing() || wish.isOf(plan)
                    ? Optional.empty()
                    : no(PayOrder.PayRefusal.PAYMENT_HAS_BEGUN, plan.points());
        }
        if (wish.accountId() != null) {
            return onAccount(order, wish.accountId());
        }
        // A free order is covered by nothing at all, and says so.
        return wish.nothing() && order.amount().signum() > 0
                ? Optional.empty()
                : fresh(order, wish);
    }

    /** Charged now: the buyer hears at once whether the account pays. */
    private Optional<Refused> onAccount(Order order, long account) {
        if (order.amount().signum() > 0
                && accounts.charge(
                                new AccountCharge(
                                        OrderTenders.part(order, "account"),
                                        account,
                                        order.memberId(),
                                        order.id().text(),
                                        order.amount().minor()))
                        instanceof
                        ChargeOutcome.Refused(
                                AccountRefusal code,
                                long possible,
                                Explanation why)) {
            return Optional.of(
                    new Refused(PayOrder.PayRefusal.valueOf(code.name()), possible, why));
        }
        tenders.add(order, PaymentPlan.onAccount(costs(order), account, terms.now().refundOrder()));
        return Optional.empty();
    }

    private Optional<Refused> fresh(Order order, Wish wish) {
        SpendRule rule = spending.rule();
        long most = rule.mostPointsOf(order.amount().minor());
        if (wish.allPoints() > most) {
            return no(PayOrder.PayRefusal.ORDER_TAKES_FEWER_POINTS, most);
        }
        if (wish.points() > 0 && !spending.mayUsePoints(order.memberId())) {
            return no(PayOrder.PayRefusal.ORDER_NEEDS_FIRST_USE_POINTS, rule.firstUsePoints());
        }
        Optional<Refused> family = points.familyRefuses(order, wish.familyPoints());
        if (family.isPresent()) {
            return family;
        }
        long worth = Math.min(order.amount().minor(), rule.worth(wish.allPoints()));
        if (wish.allPoints() > 0 && worth == 0) {
            return no(PayOrder.PayRefusal.ORDER_NEEDS_MORE_POINTS, rule.pointsFor(1));
        }
        long onCard = spending.storedValue(order.memberId());
        if (wish.storedMinor() > Math.min(onCard, order.amount().minor() - worth)) {
            return no(
                    PayOrder.PayRefusal.ORDER_STORED_VALUE_TOO_LOW,
                    Math.min(onCard, order.amount().minor() - worth));
        }
        return setAside(order, wish, worth);
    }

    /** Points alone, at the price of an award; what the spending rule allows plays no part. */
    Optional<Refused> award(Order order, long price) {
        return setAside(order, new Wish(price, 0, 0, null), order.amount().minor());
    }

    private Optional<Refused> setAside(Order order, Wish wish, long worth) {
        Optional<Refused> no = points.setAside(order, wish.points());
        if (no.isPresent()) {
            return no;
        }
        tenders.add(
                order,
                PaymentPlan.of(
                        costs(order),
                        wish.familyPoints() > 0 ? PaymentPlan.Kind.FAMILY : PaymentPlan.Kind.POINTS,
                        wish.allPoints(),
                        worth,
                        wish.storedMinor(),
                        terms.now().refundOrder()));
        return Optional.empty();
    }

    /** What each line costs. The fee of a change is a line of its own, which nothing returns. */
    private List<Long> costs(Order order) {
        return changes.ofOrder(order.memberId(), order.id())
                .map(change ->
                        List.of(order.amount().minor() - change.feeMinor(), change.feeMinor()))
                .orElseGet(
                        () -> order.tickets().stream().map(each -> each.fare().minor()).toList());
    }

    private static Optional<Refused> no(PayOrder.PayRefusal code, long possible) {
        return Optional.of(new Refused(code, possible));
    }
}

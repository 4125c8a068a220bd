package dev.waystation.platform.selling.booking.web;

import dev.waystation.amounts.Money;
import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.selling.booking.Order;
import dev.waystation.platform.selling.booking.OrderId;
import dev.waystation.platform.selling.booking.model.PaymentPlan;
import dev.waystation.platform.selling.booking.usecase.ListOrders;
import dev.waystation.platform.selling.booking.usecase.PlanPayment;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What an order can be paid with, and what it is paid with. */
@RestController
class TenderPages {

    /** What was chosen to pay an order. */
    record PlanView(
            long points,
            Money pointsWorth,
            boolean family,
            Money card,
            Money cash,
            @Nullable String accountId) {}

    /** Points that the buyer's family has together; {@code whyNone} is a refusal's code. */
    record FamilyPointsView(long points, Money worth, @Nullable String whyNone) {}

    /** An enterprise whose employee the member is, with what may be booked now. */
    record AccountOfferView(String id, String name, Money left) {}

    /** What can pay an order besides cash. */
    record OptionsView(
            long points,
            Money pointsWorth,
            long firstUsePoints,
            FamilyPointsView family,
            Money card,
            List<AccountOfferView> accounts,
            @Nullable PlanView plan) {}

    private final ListOrders orders;
    private final PlanPayment plans;

    TenderPages(ListOrders orders, PlanPayment plans) {
        this.orders = orders;
        this.plans = plans;
    }

    @GetMapping("/v1/orders/{id}/payment-options")
    @Permission({Permission.MEMBER, "orders.sell"})
    OptionsView options(@PathVariable String id, Caller caller) {
        Order order =
                orders.order(OrderId.of(id))
                        .filter(each -> OwnOnly.maySee(caller, each.memberId()))
                        .orElseThrow(() -> Refusal.of("ORDER_NOT_FOUND", HttpStatus.NOT_FOUND));
        PlanPayment.Options options = plans.options(order);
        PaymentPlan plan = options.plan();
        return new OptionsView(
                options.points(),
                Money.yuan(options.pointsMinor()),
                options.firstUsePoints(),
                new FamilyPointsView(
                        options.family().points(),
                        Money.yuan(options.family().minor()),
                        options.family().whyNone()),
                Money.yuan(options.storedMinor()),
                options.accounts().stream()
                        .map(each ->
                                new AccountOfferView(
                                        PublicId.encode("acc", each.accountId()),
                                        each.name(),
                                        Money.yuan(each.leftMinor())))
                        .toList(),
                plan == null
                        ? null
                        : new PlanView(
                                plan.points(),
                                Money.yuan(plan.pointsMinor()),
                                plan.family(),
                                Money.yuan(plan.storedMinor()),
                                Money.yuan(plan.cashMinor()),
                                plan.accountId() == null
                                        ? null
                                        : PublicId.encode("acc", plan.accountId())));
    }
}

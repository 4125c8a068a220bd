package dev.waystation.platform.selling.booking.web;

import dev.waystation.amounts.Money;
import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.selling.booking.Order;
import dev.waystation.platform.selling.booking.OrderId;
import dev.waystation.platform.selling.booking.model.PaymentPlan;
import dev.waystation.platform.selling.booking.usecase.ListOrders;
import dev.waystation.platform.selling.booking.usecase.PlanPayment;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What an order can be paid with, and what it is paid with. */
@RestController
class TenderPages {

    /** What was chosen to pay an order. */
    record PlanView(long points, Money pointsWorth, Money card, Money cash) {}

    /** What can pay an order besides cash. */
    record OptionsView(
            long points,
            Money pointsWorth,
            long firstUsePoints,
            Money card,
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
                Money.yuan(options.storedMinor()),
                plan == null
                        ? null
                        : new PlanView(
                                plan.points(),
                                Money.yuan(plan.pointsMinor()),
                                Money.yuan(plan.storedMinor()),
                                Money.yuan(plan.cashMinor())));
    }
}

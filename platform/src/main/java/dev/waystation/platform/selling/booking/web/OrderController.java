package dev.waystation.platform.selling.booking.web;

import dev.waystation.amounts.Money;
import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Cursor;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.IdempotencyReference;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.selling.booking.Order;
import dev.waystation.platform.selling.booking.OrderId;
import dev.waystation.platform.selling.booking.OrderPlacement;
import dev.waystation.platform.selling.booking.OrderRequest;
import dev.waystation.platform.selling.booking.model.OrderFilter;
import dev.waystation.platform.selling.booking.usecase.CancelOrder;
import dev.waystation.platform.selling.booking.usecase.ListOrders;
import dev.waystation.platform.selling.booking.usecase.PayOrder;
import dev.waystation.platform.selling.booking.usecase.PlaceOrder;
import dev.waystation.platform.selling.booking.usecase.PlanPayment;
import dev.waystation.platform.selling.payment.PaymentIntent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Orders over HTTP. */
@RestController
class OrderController {

    private final PlaceOrder placeOrder;
    private final PayOrder payOrder;
    private final CancelOrder cancelOrder;
    private final ListOrders listOrders;
    private final OrderViews views;

    OrderController(
            PlaceOrder placeOrder,
            PayOrder payOrder,
            CancelOrder cancelOrder,
            ListOrders listOrders,
            OrderViews views) {
        this.placeOrder = placeOrder;
        this.payOrder = payOrder;
        this.cancelOrder = cancelOrder;
        this.listOrders = listOrders;
        this.views = views;
    }

    /**
     * @param coupons codes or ids of coupons; all of them count, or the order is refused
     * @param atFullFare students who pay the full fare this time
     * @param memberId for whom the ticket window buys; members buy for themselves
     */
    record NewOrder(
            @Nullable String runId,
            int fromCall,
            int toCall,
            @Nullable String seatClass,
            @Nullable List<String> travellerIds,
            @Nullable List<String> coupons,
            @Nullable String memberId,
            @Nullable List<String> atFullFare) {}

    /**
     * Points and minor units of the member's card to pay with; cash pays the rest.
     *
     * @param accountId of the enterprise that pays all of it
     * @param familyPoints of what the member's family has together, instead of own points
     */
    record PayWish(
            @Nullable Long points,
            @Nullable Long storedMinor,
            @Nullable String accountId,
            @Nullable Long familyPoints) {

        PlanPayment.Wish wish() {
            return new PlanPayment.Wish(
                    points == null ? 0 : points,
                    familyPoints == null ? 0 : familyPoints,
                    storedMinor == null ? 0 : storedMinor,
                    accountId == null ? null : (Long) PublicId.decode("acc", accountId));
        }
    }

    /** Where cash is paid; nowhere when nothing is left to pay. */
    record Payment(@Nullable String payUrl, @Nullable String intentId, boolean covered) {}

    @PostMapping("/v1/orders")
    @ResponseStatus(HttpStatus.CREATED)
    @Permission({Permission.MEMBER, "orders.sell"})
    OrderViews.OrderView place(@RequestBody NewOrder body, Caller caller) {
        OrderRequest request =
                new OrderRequest(
                        IdempotencyReference.current(),
                        OwnOnly.buyer(caller, body.memberId()),
                        PublicId.decode("run", Malformed.required(body.runId(), "runId")),
                        body.fromCall(),
                        body.toCall(),
                        Malformed.required(body.seatClass(), "seatClass"),
                        travellers(body.travellerIds()),
                        body.coupons() == null ? List.of() : body.coupons(),
                        body.atFullFare() == null ? List.of() : travellers(body.atFullFare()));
        return switch (placeOrder.handle(request)) {
            case OrderPlacement.Placed(Order order) -> views.order(order);
            case OrderPlacement.Refused refused -> throw OrderProblems.of(refused);
        };
    }

    @GetMapping("/v1/orders/{id}")
    @Permission({Permission.MEMBER, "orders.read", "orders.sell"})
    OrderViews.OrderView show(@PathVariable String id, Caller caller) {
        return views.order(own(id, caller));
    }

    @GetMapping("/v1/orders")
    @Permission({Permission.MEMBER, "orders.read", "orders.sell"})
    Page<OrderViews.OrderView> list(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String member,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        return listOrders
                .handle(
                        new OrderFilter(OwnOnly.scope(caller, member), status),
                        Cursor.limit(limit),
                        cursor)
                .map(views::order);
    }

    @PostMapping("/v1/orders/{id}:pay")
    @Permission({Permission.MEMBER, "orders.sell"})
    Payment pay(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable PayWish wish,
            Caller caller) {
        OrderId order = own(id, caller).id();
        return switch (wish == null
                ? payOrder.handle(order)
                : payOrder.handle(order, wish.wish())) {
            case PayOrder.Outcome.Opened(PaymentIntent intent, String payUrl) ->
                    new Payment(payUrl, PublicId.encode(PaymentIntent.PREFIX, intent.id()), false);
            case PayOrder.Outcome.Covered() -> new Payment(null, null, true);
            case PayOrder.Outcome.Refused(
                            PayOrder.PayRefusal code,
                            long possible,
                            Explanation why) ->
                    throw Refusal.of(
                                    code.name(),
                                    OrderProblems.status(code),
                                    Map.of("possible", said(code, possible)))
                            .because(why);
        };
    }

    private static Object said(PayOrder.PayRefusal code, long possible) {
        return code == PayOrder.PayRefusal.ORDER_STORED_VALUE_TOO_LOW
                        || code.name().startsWith("ACCOUNT_")
                ? Money.yuan(possible).toString()
                : possible;
    }

    @PostMapping("/v1/orders/{id}:cancel")
    @Permission({Permission.MEMBER, "orders.sell"})
    OrderViews.OrderView cancel(@PathVariable String id, Caller caller) {
        return switch (cancelOrder.handle(own(id, caller).id())) {
            case CancelOrder.Outcome.Cancelled(Order order) -> views.order(order);
            case CancelOrder.Outcome.Refused(CancelOrder.CancelRefusal code) ->
                    throw Refusal.of(code.name(), OrderProblems.status(code));
        };
    }

    /** Somebody else's order is answered as one that does not exist. */
    private Order own(String id, Caller caller) {
        return listOrders
                .order(OrderId.of(id))
                .filter(order -> OwnOnly.maySee(caller, order.memberId()))
                .orElseThrow(() -> Refusal.of("ORDER_NOT_FOUND", HttpStatus.NOT_FOUND));
    }

    private static List<Long> travellers(@Nullable List<String> ids) {
        Malformed.require(ids != null, "travellerIds", ids, "name 1 to 9 travellers");
        return ids == null
                ? List.of()
                : ids.stream().map(id -> PublicId.decode("trv", id)).toList();
    }
}

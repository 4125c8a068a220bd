package dev.waystation.platform.selling.booking.usecase;

import dev.waystation.platform.selling.booking.ChangeRequest;
import dev.waystation.platform.selling.booking.Order;
import dev.waystation.platform.selling.booking.OrderId;
import dev.waystation.platform.selling.booking.OrderPlacement;
import dev.waystation.platform.selling.booking.OrderRequest;
import dev.waystation.platform.selling.booking.Orders;
import dev.waystation.platform.selling.booking.store.OrderStore;
import dev.waystation.platform.selling.payment.PaymentIntent;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Orders kept in PostgreSQL; the same use cases that serve HTTP. */
@Service
class StoredOrders implements Orders {

    private final PlaceOrder placeOrder;
    private final PayOrder payOrder;
    private final SettleOrder settleOrder;
    private final OpenChange openChange;
    private final OrderStore store;

    StoredOrders(
            PlaceOrder placeOrder,
            PayOrder payOrder,
            SettleOrder settleOrder,
            OpenChange openChange,
            OrderStore store) {
        this.placeOrder = placeOrder;
        this.openChange = openChange;
        this.payOrder = payOrder;
        this.settleOrder = settleOrder;
        this.store = store;
    }

    @Override
    public OrderPlacement place(OrderRequest request) {
        return placeOrder.handle(request);
    }

    @Override
    public Optional<Order> order(OrderId id) {
        return store.order(id);
    }

    @Override
    public Optional<PaymentIntent> pay(OrderId id) {
        return switch (payOrder.handle(id)) {
            case PayOrder.Outcome.Opened(PaymentIntent intent, String payUrl) ->
                    Optional.of(intent);
            case PayOrder.Outcome.Covered _, PayOrder.Outcome.Refused _ -> Optional.empty();
        };
    }

    @Override
    public Optional<Order> change(ChangeRequest request) {
        return openChange.handle(request) instanceof OpenChange.Outcome.Opened(Order order)
                ? Optional.of(order)
                : Optional.empty();
    }

    @Override
    public boolean payOnAccount(OrderId id, long accountId) {
        return payOrder.onAccount(id, accountId) instanceof PayOrder.Outcome.Covered;
    }

    @Override
    public void settle(OrderId id) {
        settleOrder.handle(id);
    }
}

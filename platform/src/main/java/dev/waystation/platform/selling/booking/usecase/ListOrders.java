package dev.waystation.platform.selling.booking.usecase;

import dev.waystation.platform.foundation.edge.Cursor;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.selling.booking.Order;
import dev.waystation.platform.selling.booking.OrderId;
import dev.waystation.platform.selling.booking.model.OrderFilter;
import dev.waystation.platform.selling.booking.store.OrderStore;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Orders for a screen, newest first. */
@Service
public class ListOrders {

    private final OrderStore orders;

    ListOrders(OrderStore orders) {
        this.orders = orders;
    }

    public Optional<Order> order(OrderId id) {
        return orders.order(id);
    }

    public Page<Order> handle(OrderFilter filter, int limit, @Nullable String cursor) {
        long before = Cursor.parse(cursor, 1).map(after -> after.number(0)).orElse(Long.MAX_VALUE);
        List<Order> rows = orders.list(filter, before, limit + 1);
        return Page.cut(rows, limit, order -> Cursor.after(order.id().value()));
    }
}

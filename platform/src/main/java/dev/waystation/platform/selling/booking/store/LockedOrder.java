package dev.waystation.platform.selling.booking.store;

import dev.waystation.platform.selling.booking.Order;
import java.util.UUID;

/**
 * An order whose row this transaction holds.
 *
 * @param holdRef the seats in inventory
 * @param settled whether its payment has been dealt with
 */
public record LockedOrder(Order order, UUID holdRef, boolean settled) {

    LockedOrder with(Order complete) {
        return new LockedOrder(complete, holdRef, settled);
    }
}

package dev.waystation.platform.selling.booking.store;

import dev.waystation.platform.selling.booking.OrderId;
import java.time.Instant;

/** An unpaid order and when its seats go back to sale. */
public record DueOrder(Instant deadline, OrderId id) {

    /** Before all orders there are. */
    public static final DueOrder FIRST = new DueOrder(Instant.EPOCH, new OrderId(0));
}

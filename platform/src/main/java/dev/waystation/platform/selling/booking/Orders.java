package dev.waystation.platform.selling.booking;

import dev.waystation.platform.selling.payment.PaymentIntent;
import java.util.Optional;

/** The door to orders; what the HTTP side does, other modules can do here by the same code. */
public interface Orders {

    OrderPlacement place(OrderRequest request);

    Optional<Order> order(OrderId id);

    /** Opens the payment of a held order; empty when the order no longer waits for money. */
    Optional<PaymentIntent> pay(OrderId id);

    /** Opens a change, an order of its own; empty when a rule or the train stands against it. */
    Optional<Order> change(ChangeRequest request);

    /** Whether the account of the member's enterprise paid all of it; tickets follow. */
    boolean payOnAccount(OrderId id, long accountId);

    /**
     * Turns a captured payment into tickets now instead of when its fact is read. Does nothing
     * where nothing was captured or it was settled before.
     */
    void settle(OrderId id);
}

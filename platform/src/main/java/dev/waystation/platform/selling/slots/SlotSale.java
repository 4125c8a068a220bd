package dev.waystation.platform.selling.slots;

import dev.waystation.platform.selling.payment.PaymentIntent;

/** The answer to a wish. */
public sealed interface SlotSale {

    /** The places wait for the money until the order's deadline. */
    record Held(SlotOrder order, PaymentIntent intent) implements SlotSale {}

    /**
     * @param left places that are left in the slot
     */
    record Refused(SlotRefusal code, int left) implements SlotSale {}
}

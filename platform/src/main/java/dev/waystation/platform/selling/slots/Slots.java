package dev.waystation.platform.selling.slots;

/** The door to entry slots. */
public interface Slots {

    /**
     * Holds places and opens their payment; one order per reference, in the caller's transaction.
     */
    SlotSale buy(SlotWish wish);
}

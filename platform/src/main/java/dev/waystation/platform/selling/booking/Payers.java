package dev.waystation.platform.selling.booking;

/** The door to who paid an order. */
public interface Payers {

    /** {@code enterprise}, {@code family} or {@code buyer}. */
    String of(long memberId, OrderId order);
}

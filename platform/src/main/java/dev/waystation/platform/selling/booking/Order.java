package dev.waystation.platform.selling.booking;

import dev.waystation.amounts.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One purchase: the same trip for one or more travellers, all of them or none.
 *
 * @param reference derived from the buyer's idempotency key; the same purchase has the same one
 * @param expiresAt until when the seats wait for the money
 */
public record Order(
        OrderId id,
        long memberId,
        UUID reference,
        OrderStatus status,
        Trip trip,
        Money amount,
        Instant placedAt,
        Instant expiresAt,
        List<Ticket> tickets) {

    /** The same order at another price. */
    public Order priced(Money price, List<Ticket> atTheirFares) {
        return new Order(
                id, memberId, reference, status, trip, price, placedAt, expiresAt, atTheirFares);
    }
}

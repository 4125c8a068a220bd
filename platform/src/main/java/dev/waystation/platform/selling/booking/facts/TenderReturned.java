package dev.waystation.platform.selling.booking.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;
import java.util.UUID;

/**
 * Points or card money of a returned ticket are due back to the member.
 *
 * @param kind POINTS, FAMILY or STORED
 * @param reference under which they come back, once
 * @param amount points, or minor units
 * @param before what of the card's payment was due back before
 */
public record TenderReturned(
        long orderId,
        long memberId,
        String kind,
        UUID reference,
        long amount,
        long before,
        Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return memberId;
    }
}

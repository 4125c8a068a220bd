package dev.waystation.platform.members.benefits;

import dev.waystation.platform.foundation.edge.Malformed;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A wish to use coupons in an order.
 *
 * @param orderRef the order; one reservation per order for ever
 * @param coupons codes as typed, or ids of claimed coupons
 * @param expiresAt when the coupons are free again if nothing happens
 */
public record Reservation(
        UUID orderRef, long memberId, List<String> coupons, Cart cart, Instant expiresAt) {

    public Reservation {
        Malformed.require(
                !coupons.isEmpty() && coupons.size() <= 30,
                "coupons",
                coupons.size(),
                "send 1 to 30 coupons");
        coupons = List.copyOf(coupons);
    }
}

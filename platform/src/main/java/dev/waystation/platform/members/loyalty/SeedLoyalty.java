package dev.waystation.platform.members.loyalty;

import java.util.List;

/** Fills loyalty and the wallet of a demo world from trips of the past. */
public interface SeedLoyalty {

    /** Points, qualifying points, their lots and expiry, and the tiers reached on the way. */
    void seed(List<EarnedTrip> trips);
}

/**
 * Auctions of privileges for points: bids in their order, the price the next one sets, points that
 * are only held while they may be needed, and a close that can be done again.
 */
@NullMarked
@ApplicationModule(
        id = "auctions",
        allowedDependencies = {"foundation", "membership", "wallet", "benefits"})
package dev.waystation.platform.members.auctions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

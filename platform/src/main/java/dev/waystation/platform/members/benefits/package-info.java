/**
 * What members get beyond points: coupons and how they stack, entitlements used at gate and till,
 * packs, the reward mall, draws, annual passes and auctions. Prices are decided here; orders belong
 * to booking and points to the wallet.
 */
@NullMarked
@ApplicationModule(
        id = "benefits",
        allowedDependencies = {
            "foundation",
            "membership",
            "membership :: facts",
            "accounts",
            "wallet",
            "payment",
            "payment :: facts"
        })
package dev.waystation.platform.members.benefits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

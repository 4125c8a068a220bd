/**
 * Members bring members: links and codes, who brought whom, what both get for it and when, and what
 * looks like one person playing many. Points belong to the wallet and coupons to benefits; a tier
 * is granted by loyalty, which hears that a milestone was reached.
 */
@NullMarked
@ApplicationModule(
        id = "referral",
        allowedDependencies = {
            "foundation",
            "membership",
            "membership :: facts",
            "wallet",
            "benefits",
            "payment",
            "booking",
            "booking :: facts",
            "admission :: facts"
        })
package dev.waystation.platform.members.referral;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** What trips earn and which tier they carry a member to. */
@NullMarked
@ApplicationModule(
        id = "loyalty",
        allowedDependencies = {
            "foundation",
            "membership",
            "wallet",
            "benefits",
            "catalogue",
            "admission :: facts",
            "referral :: facts"
        })
package dev.waystation.platform.members.loyalty;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

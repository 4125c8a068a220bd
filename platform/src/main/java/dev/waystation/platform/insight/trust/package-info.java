/** The audit trail: who did what to data that matters, in a chain that shows any change. */
@NullMarked
@ApplicationModule(
        id = "trust",
        allowedDependencies = {
            "foundation",
            "access",
            "access :: facts",
            "audience :: facts",
            "booking :: facts",
            "membership :: facts",
            "accounts :: facts",
            "journey :: facts",
            "awards :: facts",
            "benefits :: facts",
            "loyalty :: facts",
            "partners :: facts",
            "prediction :: facts",
            "presets :: facts",
            "referral :: facts",
            "release :: facts",
            "venues :: facts",
            "wallet",
            "wallet :: facts"
        })
package dev.waystation.platform.insight.trust;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

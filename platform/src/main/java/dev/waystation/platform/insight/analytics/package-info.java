/**
 * What the numbers and the members' histories say: built from the facts of all modules, asked by
 * screens only. Nothing depends on it.
 */
@NullMarked
@ApplicationModule(
        id = "analytics",
        allowedDependencies = {
            "foundation",
            "membership",
            "membership :: facts",
            "catalogue",
            "wallet",
            "benefits",
            "wallet :: facts",
            "passes",
            "payment",
            "booking",
            "booking :: facts",
            "admission :: facts",
            "loyalty",
            "loyalty :: facts",
            "audience",
            "audience :: facts",
            "links :: facts",
            "messaging",
            "messaging :: facts",
            "journey",
            "journey :: facts"
        })
package dev.waystation.platform.insight.analytics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

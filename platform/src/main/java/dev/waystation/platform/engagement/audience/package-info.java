/** Who members are to the marketer: traits, tags with reasons, live segments. */
@NullMarked
@ApplicationModule(
        id = "audience",
        allowedDependencies = {
            "foundation",
            "venues",
            "membership",
            "membership :: facts",
            "catalogue",
            "events",
            "identity",
            "identity :: facts",
            "links :: facts",
            "wallet :: facts",
            "booking :: facts",
            "admission :: facts",
            "loyalty :: facts",
            "parties :: facts"
        })
package dev.waystation.platform.engagement.audience;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

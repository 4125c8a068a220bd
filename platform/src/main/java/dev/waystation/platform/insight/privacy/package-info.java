/** What people may ask about their data: see it, carry it away, have it erased, with proof. */
@NullMarked
@ApplicationModule(
        id = "privacy",
        allowedDependencies = {
            "foundation",
            "access",
            "messaging",
            "membership",
            "membership :: facts"
        })
package dev.waystation.platform.insight.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * What the platform itself sells and lets in, and what comes in files, as events with venue and
 * zone beside those of other systems.
 */
@NullMarked
@ApplicationModule(
        id = "connectors",
        allowedDependencies = {
            "foundation",
            "venues",
            "events",
            "membership",
            "booking :: facts",
            "admission :: facts",
            "passes :: facts"
        })
package dev.waystation.platform.engagement.connectors;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

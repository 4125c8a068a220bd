/**
 * What the operator says by hand of its staff: who of the staff knows which customer in WeCom, what
 * they are asked to send to customers, groups and Moments, and what came of it.
 */
@NullMarked
@ApplicationModule(
        id = "outreach",
        allowedDependencies = {
            "foundation",
            "membership",
            "identity",
            "audience",
            "audience :: facts",
            "messaging",
            "channels"
        })
package dev.waystation.platform.engagement.outreach;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

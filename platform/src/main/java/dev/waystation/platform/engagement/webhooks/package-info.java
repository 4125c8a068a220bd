/** Tells other systems what happened here: signed, in the order of the log, until it is heard. */
@NullMarked
@ApplicationModule(
        id = "webhooks",
        allowedDependencies = {
            "foundation",
            "membership :: facts",
            "booking :: facts",
            "admission :: facts",
            "wallet :: facts",
            "loyalty :: facts",
            "audience :: facts"
        })
package dev.waystation.platform.engagement.webhooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

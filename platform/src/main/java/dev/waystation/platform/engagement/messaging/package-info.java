/**
 * What is said to members, and whether it may be: templates, the send gate, the outbox and the
 * channels behind it.
 */
@NullMarked
@ApplicationModule(
        id = "messaging",
        allowedDependencies = {
            "foundation",
            "access",
            "membership",
            "membership :: facts",
            "passes :: facts",
            "links",
            "links :: facts",
            "audience"
        })
package dev.waystation.platform.engagement.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

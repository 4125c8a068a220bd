/**
 * Which identifiers are one person. Identifiers attach, persons join by a pointer that can be taken
 * back, and two known members are never joined by anything a device or a file says.
 */
@NullMarked
@ApplicationModule(
        id = "identity",
        allowedDependencies = {
            "foundation",
            "events",
            "venues",
            "events :: facts",
            "membership",
            "membership :: facts"
        })
package dev.waystation.platform.engagement.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

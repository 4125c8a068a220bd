/** Short links: their campaign parameters, the people who follow them, the machines that do. */
@NullMarked
@ApplicationModule(
        id = "links",
        allowedDependencies = {"foundation"})
package dev.waystation.platform.engagement.links;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Occupancy of seats and legs: the only writer of it, and the guard of release limits. */
@ApplicationModule(
        id = "inventory",
        allowedDependencies = {"foundation", "catalogue"})
@NullMarked
package dev.waystation.platform.selling.inventory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

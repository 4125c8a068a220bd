/**
 * Entry slots of parks, sold: places held until the money comes, counted so that no slot is ever
 * sold beyond its capacity.
 */
@NullMarked
@ApplicationModule(
        id = "slots",
        allowedDependencies = {"foundation", "catalogue", "payment", "payment :: facts"})
package dev.waystation.platform.selling.slots;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

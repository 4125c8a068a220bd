/**
 * Seats that points buy. They are opened in waves before each departure, set aside through
 * inventory so that release has its say, and returned to general sale when nobody took them.
 */
@NullMarked
@ApplicationModule(
        id = "awards",
        allowedDependencies = {"foundation", "catalogue", "inventory"})
package dev.waystation.platform.selling.awards;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Release plans: who may buy what and when. Decides here, enforced by inventory. */
@ApplicationModule(
        id = "release",
        allowedDependencies = {"foundation", "catalogue", "catalogue :: facts", "inventory"})
@NullMarked
package dev.waystation.platform.selling.release;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Half of a fixture that the modularity test must refuse. */
@ApplicationModule(
        id = "giver",
        allowedDependencies = {})
@NullMarked
package dev.waystation.platform.structure.modules.giver;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

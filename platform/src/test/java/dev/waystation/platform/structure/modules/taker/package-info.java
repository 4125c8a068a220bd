/** Half of a fixture that the modularity test must refuse. */
@ApplicationModule(
        id = "taker",
        allowedDependencies = {})
@NullMarked
package dev.waystation.platform.structure.modules.taker;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** What every module stands on: edge, fact log, jobs, vault, wiring. One open module. */
@ApplicationModule(
        id = "foundation",
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package dev.waystation.platform.foundation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

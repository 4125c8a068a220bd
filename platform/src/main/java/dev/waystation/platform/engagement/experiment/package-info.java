/** What is tried on whom, who saw what, and what came of it. */
@NullMarked
@ApplicationModule(
        id = "experiment",
        allowedDependencies = {"foundation", "booking :: facts", "benefits :: facts"})
package dev.waystation.platform.engagement.experiment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

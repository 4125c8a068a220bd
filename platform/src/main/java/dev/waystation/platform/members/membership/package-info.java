/** Who our members are: people, their travellers, documents, verified groups and consents. */
@NullMarked
@ApplicationModule(
        id = "membership",
        allowedDependencies = {"foundation", "access"})
package dev.waystation.platform.members.membership;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

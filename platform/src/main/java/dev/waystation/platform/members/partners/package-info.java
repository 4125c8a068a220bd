/**
 * Partners whose points members convert into ours and back: contracts, exchange and settlement. The
 * wallet keeps the points; here stands what they cost whom.
 */
@NullMarked
@ApplicationModule(
        id = "partners",
        allowedDependencies = {"foundation", "membership", "wallet"})
package dev.waystation.platform.members.partners;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Travel parties: who of a purchase rides together, in which role, and who bought. The buyer of ten
 * tickets is one buyer, and a traveller only where a ticket is the buyer's own.
 */
@NullMarked
@ApplicationModule(
        id = "parties",
        allowedDependencies = {
            "foundation",
            "membership",
            "booking",
            "booking :: facts",
            "admission :: facts"
        })
package dev.waystation.platform.members.parties;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** What is sold: stations, trains and their runs, seat plans, fares; rides, slots and passes. */
@NullMarked
@ApplicationModule(id = "catalogue", allowedDependencies = "foundation")
package dev.waystation.platform.selling.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

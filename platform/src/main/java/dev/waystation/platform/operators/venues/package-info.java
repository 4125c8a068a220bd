/** The operator, its venues, business lines and their time zone. */
@ApplicationModule(id = "venues", allowedDependencies = "foundation")
@NullMarked
package dev.waystation.platform.operators.venues;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

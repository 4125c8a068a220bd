/** Staff, roles, permissions, sessions and API clients. */
@ApplicationModule(id = "access", allowedDependencies = "foundation")
@NullMarked
package dev.waystation.platform.operators.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

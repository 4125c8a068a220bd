/** Who sees which venue, and what venues share. */
@NullMarked
@NamedInterface("facts")
package dev.waystation.platform.operators.venues.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

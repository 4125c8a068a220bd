/** Who came in, who was kept out, and who was given which rights. */
@NullMarked
@NamedInterface("facts")
package dev.waystation.platform.operators.access.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

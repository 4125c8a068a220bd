/** Who entered and who arrived. */
@NullMarked
@NamedInterface("facts")
package dev.waystation.platform.selling.admission.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

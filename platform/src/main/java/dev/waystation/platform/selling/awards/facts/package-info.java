/** What staff did about award seats. */
@NullMarked
@NamedInterface("facts")
package dev.waystation.platform.selling.awards.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

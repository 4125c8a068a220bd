/** What happened in the catalogue. */
@NullMarked
@NamedInterface("facts")
package dev.waystation.platform.selling.catalogue.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

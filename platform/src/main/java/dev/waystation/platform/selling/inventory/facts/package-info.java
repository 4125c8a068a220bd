/** What happened to seats. */
@NamedInterface("facts")
@NullMarked
package dev.waystation.platform.selling.inventory.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

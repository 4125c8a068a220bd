/** What happened to orders and tickets. */
@NullMarked
@NamedInterface("facts")
package dev.waystation.platform.selling.booking.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** What happened to money. */
@NullMarked
@NamedInterface("facts")
package dev.waystation.platform.selling.payment.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

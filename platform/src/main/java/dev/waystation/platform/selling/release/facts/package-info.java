/** What happened to release plans. */
@NamedInterface("facts")
@NullMarked
package dev.waystation.platform.selling.release.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

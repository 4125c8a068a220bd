/** What happened to passes. */
@NullMarked
@NamedInterface("facts")
package dev.waystation.platform.members.passes.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

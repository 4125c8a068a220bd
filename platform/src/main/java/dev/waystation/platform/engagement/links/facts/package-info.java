/** What links tell the other modules. */
@NullMarked
@NamedInterface("facts")
package dev.waystation.platform.engagement.links.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

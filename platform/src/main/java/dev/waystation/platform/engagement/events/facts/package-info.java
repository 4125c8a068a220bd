/** What the intake tells others. */
@NullMarked
@NamedInterface("facts")
package dev.waystation.platform.engagement.events.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

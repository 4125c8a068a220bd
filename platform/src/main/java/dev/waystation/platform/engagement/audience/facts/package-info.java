/** What happened to tags and segments. */
@NullMarked
@NamedInterface("facts")
package dev.waystation.platform.engagement.audience.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

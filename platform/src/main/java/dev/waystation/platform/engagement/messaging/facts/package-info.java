/** What messaging tells the other modules. */
@NullMarked
@NamedInterface("facts")
package dev.waystation.platform.engagement.messaging.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

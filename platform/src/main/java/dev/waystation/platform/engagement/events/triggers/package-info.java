/** Partitions made ahead. */
@NullMarked
package dev.waystation.platform.engagement.events.triggers;

import org.jspecify.annotations.NullMarked;

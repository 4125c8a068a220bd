/** When messaging acts by itself. */
@NullMarked
package dev.waystation.platform.engagement.messaging.triggers;

import org.jspecify.annotations.NullMarked;

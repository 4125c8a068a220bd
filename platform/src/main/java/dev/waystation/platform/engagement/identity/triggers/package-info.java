/** Events and merges, as they are heard. */
@NullMarked
package dev.waystation.platform.engagement.identity.triggers;

import org.jspecify.annotations.NullMarked;

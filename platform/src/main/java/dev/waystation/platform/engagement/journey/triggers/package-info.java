/** When members enter and move on. */
@NullMarked
package dev.waystation.platform.engagement.journey.triggers;

import org.jspecify.annotations.NullMarked;

/** When channels act by themselves. */
@NullMarked
package dev.waystation.platform.engagement.channels.triggers;

import org.jspecify.annotations.NullMarked;

/** What sets the audience moving: facts and the calendar. */
@NullMarked
package dev.waystation.platform.engagement.audience.triggers;

import org.jspecify.annotations.NullMarked;

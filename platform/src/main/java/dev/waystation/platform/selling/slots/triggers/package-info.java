/** What reaches entry slots from the log and the clock. */
@NullMarked
package dev.waystation.platform.selling.slots.triggers;

import org.jspecify.annotations.NullMarked;

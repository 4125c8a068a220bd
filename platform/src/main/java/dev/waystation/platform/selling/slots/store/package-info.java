/** Orders and counters of entry slots in their tables. */
@NullMarked
package dev.waystation.platform.selling.slots.store;

import org.jspecify.annotations.NullMarked;

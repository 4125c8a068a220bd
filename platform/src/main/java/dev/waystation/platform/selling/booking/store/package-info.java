/** Order and ticket tables. */
@NullMarked
package dev.waystation.platform.selling.booking.store;

import org.jspecify.annotations.NullMarked;

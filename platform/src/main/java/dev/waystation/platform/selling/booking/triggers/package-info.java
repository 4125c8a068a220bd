/** When orders move by themselves: a payment arrived, a deadline passed. */
@NullMarked
package dev.waystation.platform.selling.booking.triggers;

import org.jspecify.annotations.NullMarked;

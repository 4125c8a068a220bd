/** What can be done with orders and tickets. */
@NullMarked
package dev.waystation.platform.selling.booking.usecase;

import org.jspecify.annotations.NullMarked;

/** Rules of orders, fares and fees, and the signed ticket code. */
@NullMarked
package dev.waystation.platform.selling.booking.model;

import org.jspecify.annotations.NullMarked;

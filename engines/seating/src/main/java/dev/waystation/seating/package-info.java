/** Which seat for which legs: leg bitmaps, exact origin-destination counters, best fit. */
@NullMarked
package dev.waystation.seating;

import org.jspecify.annotations.NullMarked;

/**
 * Exact arithmetic: money in minor units, points, shares; one rounding, fair allocation.
 *
 * <p>Nothing here uses floating point. Every operation is exact or rounds once, in {@link
 * dev.waystation.amounts.Rounding}; a result that does not fit a {@code long} throws, it never
 * wraps.
 */
@NullMarked
package dev.waystation.amounts;

import org.jspecify.annotations.NullMarked;

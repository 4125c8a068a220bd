/** Exact arithmetic: money in minor units, points, shares; one rounding, fair allocation. */
@NullMarked
package dev.waystation.amounts;

import org.jspecify.annotations.NullMarked;

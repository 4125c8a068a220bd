/** Distributions, tests and forecasts. */
@NullMarked
package dev.waystation.statistics;

import org.jspecify.annotations.NullMarked;

/** Ratios measured in one run against the best hand-written alternative. */
@NullMarked
package dev.waystation.benchmarks;

import org.jspecify.annotations.NullMarked;

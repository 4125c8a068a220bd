/** Proof that the lane keeps its word on a real database when the process is killed. */
@NullMarked
package dev.waystation.platform.lane;

import org.jspecify.annotations.NullMarked;

/** Tests of the lane. */
@NullMarked
package dev.waystation.lane;

import org.jspecify.annotations.NullMarked;

/** What a lane needs of the database: a connection that nobody who waits for the lane can hold. */
@NullMarked
package dev.waystation.platform.foundation.lanes;

import org.jspecify.annotations.NullMarked;

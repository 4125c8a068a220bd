/** Rows of venues. */
@NullMarked
package dev.waystation.platform.operators.venues.store;

import org.jspecify.annotations.NullMarked;

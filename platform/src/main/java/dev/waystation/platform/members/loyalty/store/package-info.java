/** Rows of loyalty. */
@NullMarked
package dev.waystation.platform.members.loyalty.store;

import org.jspecify.annotations.NullMarked;

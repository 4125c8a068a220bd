/** Rows of the benefits. */
@NullMarked
package dev.waystation.platform.members.benefits.store;

import org.jspecify.annotations.NullMarked;

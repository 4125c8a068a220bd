/** Rows of membership. */
@NullMarked
package dev.waystation.platform.members.membership.store;

import org.jspecify.annotations.NullMarked;

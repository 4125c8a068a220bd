/** Rows of parties. */
@NullMarked
package dev.waystation.platform.members.parties.store;

import org.jspecify.annotations.NullMarked;

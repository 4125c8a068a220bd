/** Passes, bills, pauses and uses in PostgreSQL. */
@NullMarked
package dev.waystation.platform.members.passes.store;

import org.jspecify.annotations.NullMarked;

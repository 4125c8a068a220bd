/** Tickets, as they are heard. */
@NullMarked
package dev.waystation.platform.members.parties.triggers;

import org.jspecify.annotations.NullMarked;

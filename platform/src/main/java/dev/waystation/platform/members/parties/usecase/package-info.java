/** Keeps parties true. */
@NullMarked
package dev.waystation.platform.members.parties.usecase;

import org.jspecify.annotations.NullMarked;

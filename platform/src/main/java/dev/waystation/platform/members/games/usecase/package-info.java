/** What can be done with games. */
@NullMarked
package dev.waystation.platform.members.games.usecase;

import org.jspecify.annotations.NullMarked;

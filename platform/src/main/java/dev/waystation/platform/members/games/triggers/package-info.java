/** What reaches games from the log. */
@NullMarked
package dev.waystation.platform.members.games.triggers;

import org.jspecify.annotations.NullMarked;

/** Draws, scores and challenges in PostgreSQL. */
@NullMarked
package dev.waystation.platform.members.games.store;

import org.jspecify.annotations.NullMarked;

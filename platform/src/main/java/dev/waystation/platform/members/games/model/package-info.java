/** Chance, odds and what counts. */
@NullMarked
package dev.waystation.platform.members.games.model;

import org.jspecify.annotations.NullMarked;

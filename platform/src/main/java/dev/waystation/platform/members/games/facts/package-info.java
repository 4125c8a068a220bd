/** What happened in games. */
@NullMarked
@NamedInterface("facts")
package dev.waystation.platform.members.games.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** What parties are now, and who of them travelled. */
@NamedInterface("facts")
@NullMarked
package dev.waystation.platform.members.parties.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

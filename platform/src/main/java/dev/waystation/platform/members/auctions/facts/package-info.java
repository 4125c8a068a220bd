/** What happened in auctions. */
@NullMarked
@NamedInterface("facts")
package dev.waystation.platform.members.auctions.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

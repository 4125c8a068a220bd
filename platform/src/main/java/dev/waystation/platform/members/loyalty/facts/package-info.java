/** What happened to tiers. */
@NullMarked
@NamedInterface("facts")
package dev.waystation.platform.members.loyalty.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

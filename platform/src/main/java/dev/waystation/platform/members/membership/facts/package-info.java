/** What happened to members. */
@NullMarked
@NamedInterface("facts")
package dev.waystation.platform.members.membership.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

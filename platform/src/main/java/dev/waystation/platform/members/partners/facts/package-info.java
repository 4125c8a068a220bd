/** What happened between us and partners. */
@NullMarked
@NamedInterface("facts")
package dev.waystation.platform.members.partners.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

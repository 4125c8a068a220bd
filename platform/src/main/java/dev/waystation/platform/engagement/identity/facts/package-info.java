/** What was found about people. */
@NullMarked
@NamedInterface("facts")
package dev.waystation.platform.engagement.identity.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** What happened to accounts of enterprises. */
@NullMarked
@NamedInterface("facts")
package dev.waystation.platform.members.accounts.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** What happened to balances. */
@NullMarked
@NamedInterface("facts")
package dev.waystation.platform.members.wallet.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** Points and other currencies of members: the only writer of balances. */
@NullMarked
@ApplicationModule(
        id = "wallet",
        allowedDependencies = {"foundation", "membership"})
package dev.waystation.platform.members.wallet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

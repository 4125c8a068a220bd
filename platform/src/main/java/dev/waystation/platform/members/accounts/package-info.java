/**
 * Enterprises whose employees book on account: limits of each month, one journal, a statement a
 * month. The journal says what an enterprise owes; orders belong to booking.
 */
@NullMarked
@ApplicationModule(
        id = "accounts",
        allowedDependencies = {"foundation", "membership"})
package dev.waystation.platform.members.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

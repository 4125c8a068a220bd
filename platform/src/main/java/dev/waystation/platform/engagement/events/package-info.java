/**
 * Events that apps, sites, tills and partners report: six calls, each message once, acknowledged
 * when durable. Whom they are about is decided above, by identity.
 */
@NullMarked
@ApplicationModule(
        id = "events",
        allowedDependencies = {"foundation", "venues"})
package dev.waystation.platform.engagement.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** The operator's accounts with vendors of messages, and how each vendor is spoken to. */
@NullMarked
@ApplicationModule(
        id = "channels",
        allowedDependencies = {"foundation", "membership", "messaging"})
package dev.waystation.platform.engagement.channels;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

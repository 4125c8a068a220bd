/**
 * The sample world and "play a day": real use cases driven by invented customers. On top of all
 * modules; nothing depends on it.
 */
@ApplicationModule(
        id = "demo",
        allowedDependencies = {
            "foundation",
            "venues",
            "membership",
            "accounts",
            "benefits",
            "passes",
            "auctions",
            "games",
            "partners",
            "catalogue",
            "payment",
            "wallet",
            "release",
            "awards",
            "booking",
            "slots",
            "admission",
            "loyalty",
            "presets",
            "referral",
            "audience",
            "links",
            "messaging",
            "messaging :: facts",
            "channels",
            "outreach",
            "journey",
            "playbook",
            "analytics"
        })
@NullMarked
package dev.waystation.platform.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

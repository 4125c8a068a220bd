/**
 * Orders and tickets: who travels, what it costs, until when seats wait for the money, and what a
 * ticket is worth at the gate. Seats belong to inventory and money to payment; booking holds both
 * to one order.
 */
@NullMarked
@ApplicationModule(
        id = "booking",
        allowedDependencies = {
            "foundation",
            "membership",
            "accounts",
            "benefits",
            "wallet",
            "catalogue",
            "inventory",
            "awards",
            "payment",
            "payment :: facts"
        })
package dev.waystation.platform.selling.booking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

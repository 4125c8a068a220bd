/**
 * Draws whose odds anybody can check, leaderboards, and challenges with a stock of rewards. Points
 * belong to the wallet and prizes to benefits; chance and counting are decided here.
 */
@NullMarked
@ApplicationModule(
        id = "games",
        allowedDependencies = {
            "foundation",
            "membership",
            "wallet",
            "wallet :: facts",
            "benefits",
            "passes :: facts",
            "admission :: facts"
        })
package dev.waystation.platform.members.games;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Journeys that members travel by themselves: definitions in pinned versions, enrolments, the steps
 * that are due, and what each step decided.
 */
@NullMarked
@ApplicationModule(
        id = "journey",
        allowedDependencies = {
            "foundation",
            "access",
            "membership",
            "membership :: facts",
            "wallet",
            "wallet :: facts",
            "benefits",
            "benefits :: facts",
            "passes :: facts",
            "referral :: facts",
            "booking :: facts",
            "admission :: facts",
            "loyalty",
            "loyalty :: facts",
            "experiment",
            "audience",
            "audience :: facts",
            "messaging",
            "messaging :: facts",
            "webhooks",
            "links :: facts"
        })
package dev.waystation.platform.engagement.journey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

package dev.waystation.platform.members.membership.usecase;

import dev.waystation.platform.members.membership.model.HouseholdRules;

/** The answer to every change of a family. */
public sealed interface HouseholdOutcome {

    /** It happened; the number of the family it happened in. */
    record Done(long householdId) implements HouseholdOutcome {}

    record Refused(HouseholdRules.Refusal code) implements HouseholdOutcome {}
}

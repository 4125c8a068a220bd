package dev.waystation.platform.members.accounts;

import dev.waystation.platform.foundation.edge.Explanation;

/** The answer to a charge. */
public sealed interface ChargeOutcome {

    record Charged() implements ChargeOutcome {}

    /**
     * @param possible what could have been booked
     */
    record Refused(AccountRefusal code, long possible, Explanation why) implements ChargeOutcome {}
}

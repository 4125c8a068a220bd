package dev.waystation.platform.selling.inventory.model;

import dev.waystation.platform.selling.catalogue.RunId;
import dev.waystation.release.LimitSet;
import java.time.Instant;

/**
 * One line of a run's journal. The lines of a run, in the order of their sequence, rebuild its
 * state from empty.
 */
public record Decision(RunId run, long sequence, Instant decidedAt, Change change) {

    /** What was decided. */
    public sealed interface Change {

        /**
         * A claim as it stands after the decision.
         *
         * @param seatsFreed seats this decision took out of a claim that goes on; 0 otherwise
         */
        record Claimed(Claim claim, int seatsFreed, String cause) implements Change {}

        /** Limits put in force by a step of a plan. */
        record Limited(String seatClass, String stepKey, LimitSet limits) implements Change {}
    }
}

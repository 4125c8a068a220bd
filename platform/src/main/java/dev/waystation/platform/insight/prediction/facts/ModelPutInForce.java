package dev.waystation.platform.insight.prediction.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/**
 * A version of a model decides from now on.
 *
 * @param trained whether it was just learnt, or is an earlier one somebody went back to
 */
public record ModelPutInForce(
        String model, int version, boolean trained, String by, Instant occurredAt) implements Fact {

    @Override
    public long subject() {
        return 0;
    }
}

package dev.waystation.platform.insight.prediction.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/**
 * Scores no longer spread as on the day their version was trained.
 *
 * @param shiftPercent the population stability index times 100
 */
public record ScoresDrifted(String model, int version, int shiftPercent, Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return 0;
    }
}

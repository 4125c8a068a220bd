package dev.waystation.platform.insight.prediction.triggers;

import dev.waystation.platform.foundation.jobs.Timer;
import dev.waystation.platform.insight.prediction.usecase.AskForScores;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Everybody is scored every night; the hour only looks whether the night has come. */
@Component
class EveryHourScoreMembers implements Timer {

    private final AskForScores scores;

    EveryHourScoreMembers(AskForScores scores) {
        this.scores = scores;
    }

    @Override
    public String name() {
        return "prediction.score";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run(Instant now) {
        scores.nightly(now);
    }
}

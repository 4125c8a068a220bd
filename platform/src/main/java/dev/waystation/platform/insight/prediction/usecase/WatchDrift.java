package dev.waystation.platform.insight.prediction.usecase;

import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.insight.prediction.facts.ScoresDrifted;
import dev.waystation.platform.insight.prediction.model.Scoring;
import dev.waystation.platform.insight.prediction.model.TrainedModel;
import dev.waystation.platform.insight.prediction.store.ScoringRows;
import dev.waystation.statistics.Histogram;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compares the scores of a day with those of the day of training. The alarm is raised when it
 * begins and not every day anew.
 */
@Component
class WatchDrift {

    private static final Logger LOG = LoggerFactory.getLogger(WatchDrift.class);
    private static final int PERCENT = 100;

    private final ScoringRows scorings;
    private final FactLog facts;
    private final Clock clock;

    WatchDrift(ScoringRows scorings, FactLog facts, Clock clock) {
        this.scorings = scorings;
        this.facts = facts;
        this.clock = clock;
    }

    @Transactional
    public void ended(
            TrainedModel trained, LocalDate day, Histogram scores, Map<String, Long> words) {
        boolean known =
                scorings.latest(trained.model(), 1).stream()
                        .anyMatch(last -> last.drifted() && last.version() == trained.version());
        Scoring scoring = Scoring.ended(trained, day, scores, words, clock.instant());
        scorings.keep(trained.model(), scoring);
        if (scoring.drifted() && !known) {
            int percent = (int) Math.round(scoring.shift() * PERCENT);
            LOG.warn(
                    "Scores of {} version {} have drifted: stability index {} %",
                    trained.model().code(), trained.version(), percent);
            facts.append(
                    new ScoresDrifted(
                            trained.model().code(), trained.version(), percent, clock.instant()));
        }
    }
}

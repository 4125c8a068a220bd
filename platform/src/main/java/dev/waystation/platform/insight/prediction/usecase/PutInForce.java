package dev.waystation.platform.insight.prediction.usecase;

import dev.waystation.platform.engagement.audience.ModelTags;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.foundation.jobs.JobView;
import dev.waystation.platform.insight.prediction.facts.ModelPutInForce;
import dev.waystation.platform.insight.prediction.model.Forecaster;
import dev.waystation.platform.insight.prediction.model.PredictionModel;
import dev.waystation.platform.insight.prediction.model.Quality;
import dev.waystation.platform.insight.prediction.model.TrainedModel;
import dev.waystation.platform.insight.prediction.store.ModelRows;
import dev.waystation.statistics.Histogram;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets a version decide, new or earlier, and has everybody scored by it. */
@Service
public class PutInForce {

    /** A version before it has a number. */
    record Learnt(
            PredictionModel model,
            LocalDate asOf,
            int days,
            long members,
            Forecaster forecaster,
            Quality quality,
            Histogram reference,
            String by) {}

    private final ModelRows versions;
    private final ModelTags tags;
    private final AskForScores scores;
    private final FactLog facts;
    private final Clock clock;

    PutInForce(
            ModelRows versions, ModelTags tags, AskForScores scores, FactLog facts, Clock clock) {
        this.versions = versions;
        this.tags = tags;
        this.scores = scores;
        this.facts = facts;
        this.clock = clock;
    }

    /** Keeps what was learnt as the next version; answers its number. */
    @Transactional
    public int learnt(Learnt learnt) {
        PredictionModel model = learnt.model();
        int version = versions.next(model);
        versions.add(
                new TrainedModel(
                        model,
                        version,
                        learnt.asOf(),
                        learnt.days(),
                        learnt.members(),
                        learnt.forecaster(),
                        learnt.quality(),
                        learnt.reference(),
                        learnt.by(),
                        clock.instant()));
        decide(model, version, true, learnt.by()); // before the rules, as whoever scores does
        tags.define(model.code(), model.title(), model.words());
        return version;
    }

    /** Goes back to an earlier version, or forward again; empty where there is none of it. */
    @Transactional
    public Optional<JobView> version(PredictionModel model, int version, String by) {
        return versions.find(model, version).map(_ -> decide(model, version, false, by));
    }

    private JobView decide(PredictionModel model, int version, boolean trained, String by) {
        Instant now = clock.instant();
        versions.putInForce(model, version, now);
        facts.append(new ModelPutInForce(model.code(), version, trained, by, now));
        return scores.now(model).orElseThrow();
    }
}

package dev.waystation.platform.insight.prediction.usecase;

import dev.waystation.platform.engagement.audience.VisitHistories.History;
import dev.waystation.platform.foundation.jobs.JobProgress;
import dev.waystation.platform.foundation.jobs.JobWork;
import dev.waystation.platform.insight.prediction.model.Forecaster;
import dev.waystation.platform.insight.prediction.model.PredictionModel;
import dev.waystation.platform.insight.prediction.model.Quality;
import dev.waystation.statistics.Histogram;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Learns from members as they stood long enough ago that what came of it is known, judges on a
 * later time, and puts the version in force. What is judged is what decides: nothing is learnt anew
 * after the judgement.
 */
@Component
class TrainModel implements JobWork {

    static final String KIND = "prediction.train";
    private static final int BINS = 10;
    private static final int PASSES = 3;

    /** Which model, until which day, how far ahead, and for whom. */
    record Parameters(String model, LocalDate asOf, int days, String by) {}

    private final ReadHistories histories;
    private final PutInForce putInForce;
    private final JsonMapper json;

    TrainModel(ReadHistories histories, PutInForce putInForce, JsonMapper json) {
        this.histories = histories;
        this.putInForce = putInForce;
        this.json = json;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean restartable() {
        return true;
    }

    @Override
    public Map<String, Object> run(JsonNode parameters, JobProgress progress) {
        Parameters wanted = json.treeToValue(parameters, Parameters.class);
        PredictionModel model = PredictionModel.of(wanted.model()).orElseThrow();
        LocalDate asOf = wanted.asOf();
        LocalDate held = asOf.minusDays(wanted.days());
        LocalDate learns = model.learnsAsOf(asOf, wanted.days());
        var passes = new Passes(progress);
        progress.total(PASSES * histories.extent(asOf, asOf).members());
        List<History> known = histories.sample(held, asOf, passes::read);
        List<History> learnt =
                learns.equals(held) ? known : histories.sample(learns, held, passes::read);
        Forecaster learner = model.learn(learnt, wanted.days());
        LocalDate day = asOf.plusDays(1); // as members are scored, with what is known by now
        double[] today =
                histories.sample(day, day, passes::read).stream()
                        .mapToDouble(learner::score)
                        .toArray();
        Forecaster forecaster = learner.placed(today);
        int version =
                putInForce.learnt(
                        new PutInForce.Learnt(
                                model,
                                asOf,
                                wanted.days(),
                                learnt.size(),
                                forecaster,
                                Quality.of(forecaster, known),
                                Histogram.of(today, BINS),
                                wanted.by()));
        return Map.of("model", model.code(), "version", version);
    }

    /** Counts members read, however many passes there are. */
    private static final class Passes {

        private final JobProgress progress;
        private long done;

        Passes(JobProgress progress) {
            this.progress = progress;
        }

        void read(int members) {
            done += members;
            progress.done(done);
        }
    }
}

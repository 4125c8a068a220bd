package dev.waystation.platform.insight.prediction.usecase;

import dev.waystation.platform.engagement.audience.ModelTags;
import dev.waystation.platform.engagement.audience.VisitHistories.History;
import dev.waystation.platform.foundation.jobs.JobProgress;
import dev.waystation.platform.foundation.jobs.JobWork;
import dev.waystation.platform.insight.prediction.model.Forecaster;
import dev.waystation.platform.insight.prediction.model.PredictionModel;
import dev.waystation.platform.insight.prediction.model.TrainedModel;
import dev.waystation.platform.insight.prediction.store.ModelRows;
import dev.waystation.statistics.Histogram;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Scores everybody who ever came, a page per transaction, each with its mark: cut off, it goes on
 * where it stood. Another version put in force meanwhile ends it, for that one scores everybody
 * too.
 */
@Component
class ScoreMembers implements JobWork {

    static final String KIND = "prediction.score";

    /** By which version, as of which day. */
    record Parameters(String model, int version, LocalDate day) {}

    /** Where it stands: the last member, and how the scores spread until there. */
    record Mark(long after, Histogram scores, Map<String, Long> words, long changed) {}

    private final ReadHistories histories;
    private final ModelRows versions;
    private final ModelTags tags;
    private final WatchDrift drift;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    ScoreMembers(
            ReadHistories histories,
            ModelRows versions,
            ModelTags tags,
            WatchDrift drift,
            TransactionTemplate transaction,
            JsonMapper json) {
        this.histories = histories;
        this.versions = versions;
        this.tags = tags;
        this.drift = drift;
        this.transaction = transaction;
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
        TrainedModel trained = versions.find(model, wanted.version()).orElseThrow();
        progress.total(histories.extent(wanted.day(), wanted.day()).members());
        Mark mark =
                progress.mark()
                        .map(kept -> json.treeToValue(kept, Mark.class))
                        .orElseGet(() ->
                                new Mark(Long.MIN_VALUE, trained.reference().empty(), Map.of(), 0));
        while (mark.after() != Long.MAX_VALUE) {
            Mark from = mark;
            Optional<Mark> next =
                    progress.cancelled()
                            ? Optional.empty()
                            : transaction.execute(_ ->
                                    versions.holds(trained)
                                            ? Optional.of(
                                                    page(trained, wanted.day(), from, progress))
                                            : Optional.empty());
            if (next.isEmpty()) {
                progress.partial();
                return result(mark);
            }
            mark = next.get();
        }
        drift.ended(trained, wanted.day(), mark.scores(), mark.words());
        return result(mark);
    }

    private static Map<String, Object> result(Mark mark) {
        return Map.of("members", mark.scores().size(), "changed", mark.changed());
    }

    private Mark page(TrainedModel trained, LocalDate day, Mark mark, JobProgress progress) {
        Forecaster forecaster = trained.forecaster();
        List<History> page = histories.page(day, mark.after());
        long last = page.size() < ReadHistories.PAGE ? Long.MAX_VALUE : page.getLast().memberId();
        List<ModelTags.Verdict> verdicts = new ArrayList<>(page.size());
        Map<String, Long> words = new TreeMap<>(mark.words());
        double[] scores = page.stream().mapToDouble(forecaster::score).toArray();
        for (int i = 0; i < scores.length; i++) {
            String word = forecaster.word(scores[i]);
            words.merge(word, 1L, Long::sum);
            verdicts.add(
                    new ModelTags.Verdict(
                            page.get(i).memberId(),
                            word,
                            trained.why(page.get(i), scores[i], day)));
        }
        int changed =
                tags.put(trained.model().code(), trained.cause(), mark.after(), last, verdicts);
        Mark next = new Mark(last, mark.scores().with(scores), words, mark.changed() + changed);
        progress.mark(next, next.scores().size());
        return next;
    }
}

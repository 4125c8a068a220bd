package dev.waystation.platform.insight.prediction.usecase;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.insight.prediction.model.Figures;
import dev.waystation.platform.insight.prediction.model.PredictionModel;
import dev.waystation.platform.insight.prediction.model.Quality;
import dev.waystation.platform.insight.prediction.model.Scoring;
import dev.waystation.platform.insight.prediction.model.TrainedModel;
import dev.waystation.platform.insight.prediction.store.ModelRows;
import dev.waystation.platform.insight.prediction.store.ScoringRows;
import dev.waystation.statistics.Histogram;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Every model: the version in force, how good it was, how its scores spread, and all versions. */
@Service
public class ShowModels {

    /** Behaviour changes with the seasons: a version older than this has not seen one of them. */
    private static final Duration STALE = Duration.ofDays(90);

    /** A night may be missed; two are a reason to look. */
    private static final Duration UNSCORED = Duration.ofDays(2);

    private static final int DAYS = 30;

    /**
     * A model.
     *
     * @param code also of its tag
     * @param state {@code untrained}, {@code fresh}, {@code drifted}, {@code stale} or {@code
     *     unscored}
     * @param says the state in words
     * @param days how far it looks ahead, or would
     * @param latest the last run over all members
     * @param versions the newest first
     * @param shifts how far scores were from the reference, day by day, the oldest first
     */
    public record View(
            String code,
            Said title,
            Said purpose,
            int days,
            String state,
            Said says,
            @Nullable Version current,
            @Nullable Latest latest,
            List<Version> versions,
            List<Double> shifts) {}

    /** A version with its quality in words. */
    public record Version(
            int version,
            boolean inForce,
            LocalDate asOf,
            int days,
            long members,
            String by,
            Instant trainedAt,
            Quality quality,
            Said inWords,
            Histogram reference) {}

    /** The scores of a day in the bins of the reference, and how many members have which word. */
    public record Latest(
            LocalDate day,
            int version,
            Histogram scores,
            List<Band> bands,
            double shift,
            boolean drifted,
            @Nullable Instant endedAt) {}

    /** One word of the tag. */
    public record Band(String word, Said label, long members) {}

    private final ModelRows versions;
    private final ScoringRows scorings;
    private final Clock clock;

    ShowModels(ModelRows versions, ScoringRows scorings, Clock clock) {
        this.versions = versions;
        this.scorings = scorings;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<View> all() {
        return List.of(PredictionModel.values()).stream().map(this::one).toList();
    }

    private View one(PredictionModel model) {
        @Nullable TrainedModel current = versions.inForce(model).orElse(null);
        List<Scoring> runs = scorings.latest(model, DAYS);
        @Nullable Scoring last = runs.isEmpty() ? null : runs.getFirst();
        int days = current == null ? model.usualDays() : current.days();
        String state = state(current, last);
        return new View(
                model.code(),
                model.title(),
                model.purpose(days),
                days,
                state,
                says(state, last),
                current == null ? null : version(current, current.version()),
                last == null ? null : latest(model, last),
                versions.all(model).stream()
                        .map(each -> version(each, current == null ? 0 : current.version()))
                        .toList(),
                runs.reversed().stream().map(Scoring::shift).toList());
    }

    private String state(@Nullable TrainedModel current, @Nullable Scoring last) {
        if (current == null) {
            return "untrained";
        }
        Instant now = clock.instant();
        Instant ended = last == null ? null : last.endedAt();
        if (last != null && last.drifted() && last.version() == current.version()) {
            return "drifted";
        }
        if (ended == null || ended.isBefore(now.minus(UNSCORED))) {
            return "unscored";
        }
        return current.trainedAt().isBefore(now.minus(STALE)) ? "stale" : "fresh";
    }

    private static Said says(String state, @Nullable Scoring last) {
        String shift = last == null ? "0%" : Figures.percent(last.shift());
        return switch (state) {
            case "untrained" -> new Said("还没有训练", "Not trained yet");
            case "drifted" ->
                    new Said(
                            "分数已经偏移（稳定指数 " + shift + "，超过 20%）：会员的行为变了，请重新训练",
                            "Scores have drifted (stability index "
                                    + shift
                                    + ", above 20%): members behave differently now, train anew");
            case "unscored" ->
                    new Said(
                            "两天以上没有评分，标签可能过时",
                            "Not scored for two days, its tags may be out of date");
            case "stale" ->
                    new Said("训练于 90 天以前，请重新训练", "Trained more than 90 days ago, train it anew");
            default ->
                    new Said(
                            "正常：分数分布与训练当天相近（稳定指数 " + shift + "）",
                            "In order: scores spread as on the day of training (stability index "
                                    + shift
                                    + ")");
        };
    }

    private static Version version(TrainedModel trained, int inForce) {
        return new Version(
                trained.version(),
                trained.version() == inForce,
                trained.asOf(),
                trained.days(),
                trained.members(),
                trained.by(),
                trained.trainedAt(),
                trained.quality(),
                trained.quality().inWords(trained.model(), trained.days()),
                trained.reference());
    }

    private static Latest latest(PredictionModel model, Scoring last) {
        Map<String, Long> words = last.words();
        return new Latest(
                last.day(),
                last.version(),
                last.scores(),
                model.words().entrySet().stream()
                        .map(each ->
                                new Band(
                                        each.getKey(),
                                        each.getValue(),
                                        words.getOrDefault(each.getKey(), 0L)))
                        .toList(),
                last.shift(),
                last.drifted(),
                last.endedAt());
    }
}

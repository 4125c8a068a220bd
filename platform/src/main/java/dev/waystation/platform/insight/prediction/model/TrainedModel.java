package dev.waystation.platform.insight.prediction.model;

import dev.waystation.platform.engagement.audience.VisitHistories.History;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.statistics.Histogram;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A version of a model; it never changes.
 *
 * @param asOf the last day it knew of
 * @param days how far it looks ahead
 * @param members it learnt from
 * @param reference its scores on the day of training
 */
public record TrainedModel(
        PredictionModel model,
        int version,
        LocalDate asOf,
        int days,
        long members,
        Forecaster forecaster,
        Quality quality,
        Histogram reference,
        String by,
        Instant trainedAt) {

    /** How stretches of its tag name it. */
    public String cause() {
        return "model/" + model.code() + "/" + version;
    }

    /** Why a member has the word: the score, the version, the day, and what weighed most. */
    public Explanation why(History history, double score, LocalDate day) {
        Said word = model.word(forecaster.word(score));
        Said says = forecaster.says(score);
        return new Explanation(
                new Said(
                        "%s：%s。%s（模型第 %d 版，%s 评分）"
                                .formatted(model.title().zh(), word.zh(), says.zh(), version, day),
                        "%s: %s. %s (model version %d, scored %s)"
                                .formatted(model.title().en(), word.en(), says.en(), version, day)),
                forecaster.reasons(history));
    }
}

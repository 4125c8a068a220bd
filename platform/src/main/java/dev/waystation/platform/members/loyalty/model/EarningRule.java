package dev.waystation.platform.members.loyalty.model;

import dev.waystation.condition.Attributes;
import dev.waystation.condition.Condition;
import dev.waystation.condition.Phrase;
import dev.waystation.condition.Sentence;
import dev.waystation.platform.foundation.edge.Said;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One version of a rule, understood. A published version never changes. */
public record EarningRule(
        RuleSketch sketch,
        int version,
        Condition condition,
        Effect effect,
        Instant from,
        @Nullable Instant until) {

    /** Higher priority first, then by code: the same order on every machine. */
    static final Comparator<EarningRule> ORDER =
            Comparator.comparingInt((EarningRule rule) -> -rule.sketch.priority())
                    .thenComparing(EarningRule::code);

    public String code() {
        return sketch.code();
    }

    public boolean validAt(Instant at) {
        return !from.isAfter(at) && (until == null || until.isAfter(at));
    }

    /** {@code SENIOR_RULE}: how reasons name the rule. */
    String reasonCode() {
        return code().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_") + "_RULE";
    }

    /** 年满 60 岁的完成行程：每元 15 分；每位会员每年最多 500,000 分。 */
    public Said said(Attributes words) {
        return sentence(sketch, condition, effect, words);
    }

    static Said sentence(RuleSketch sketch, Condition condition, Effect effect, Attributes words) {
        Said noun =
                EarningWords.TRIGGERS.getOrDefault(sketch.trigger(), Said.same(sketch.trigger()));
        String capital =
                noun.en().substring(0, 1).toUpperCase(Locale.ROOT) + noun.en().substring(1);
        Phrase whom = Sentence.of(condition, words, new Phrase(noun.zh(), capital));
        StringBuilder zh = new StringBuilder(cut(whom.zh())).append("：").append(effect.said().zh());
        StringBuilder en =
                new StringBuilder(cut(whom.en())).append(": ").append(effect.said().en());
        for (Limit limit : sketch.limits()) {
            zh.append("；").append(limit.said().zh());
            en.append("; ").append(limit.said().en());
        }
        return new Said(zh.append("。").toString(), en.append(".").toString());
    }

    private static String cut(String sentence) {
        return sentence.substring(0, sentence.length() - 1);
    }
}

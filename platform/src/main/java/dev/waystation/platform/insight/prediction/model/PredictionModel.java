package dev.waystation.platform.insight.prediction.model;

import dev.waystation.platform.engagement.audience.VisitHistories.History;
import dev.waystation.platform.foundation.edge.Said;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The models there are. */
public enum PredictionModel {
    CHURN_RISK("流失风险", "Churn risk", 90, ChurnForecaster.class),
    NEXT_VISIT("再来可能", "Next visit", 30, VisitForecaster.class),
    VALUE_TIER("价值档", "Value tier", 90, ValueForecaster.class);

    private final String zh;
    private final String en;
    private final int usualDays;
    private final Class<? extends Forecaster> kind;

    PredictionModel(String zh, String en, int usualDays, Class<? extends Forecaster> kind) {
        this.zh = zh;
        this.en = en;
        this.usualDays = usualDays;
        this.kind = kind;
    }

    /** The name in addresses and tables, which is that of its tag. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<PredictionModel> of(String code) {
        return List.of(values()).stream().filter(each -> each.code().equals(code)).findFirst();
    }

    public Said title() {
        return new Said(zh, en);
    }

    /** Days it looks ahead where nobody says otherwise. */
    public int usualDays() {
        return usualDays;
    }

    /** The words of its tag, the most notable first. */
    public Map<String, Said> words() {
        return switch (this) {
            case CHURN_RISK ->
                    words("high", "高", "high", "medium", "中", "medium", "low", "低", "low");
            case NEXT_VISIT ->
                    words(
                            "likely",
                            "很可能",
                            "likely",
                            "possible",
                            "有可能",
                            "possible",
                            "unlikely",
                            "不大可能",
                            "unlikely");
            case VALUE_TIER ->
                    words(
                            "top",
                            "前 20%",
                            "top 20%",
                            "middle",
                            "其后 30%",
                            "next 30%",
                            "rest",
                            "其余",
                            "the rest");
        };
    }

    public Said word(String code) {
        return words().getOrDefault(code, Said.same(code));
    }

    /** What its parameters are. */
    public Class<? extends Forecaster> kind() {
        return kind;
    }

    /** The day until which it learns: churn learns from a time before the one it is judged on. */
    public LocalDate learnsAsOf(LocalDate asOf, int days) {
        return asOf.minusDays(this == CHURN_RISK ? 2L * days : days);
    }

    /** Learns from members as they stood on the day, with what came within the days after it. */
    public Forecaster learn(List<History> histories, int days) {
        return switch (this) {
            case CHURN_RISK -> ChurnForecaster.learn(histories, days);
            case NEXT_VISIT -> VisitForecaster.learn(histories, days);
            case VALUE_TIER -> ValueForecaster.learn(histories, days);
        };
    }

    /** What it says, in a sentence. */
    public Said purpose(int days) {
        return switch (this) {
            case CHURN_RISK ->
                    new Said(
                            "会员在今后 " + days + " 天内不再来的概率：2/3 以上为高，1/3 以上为中。",
                            "The chance that a member does not come within "
                                    + days
                                    + " days: from 2 in 3 it is high, from 1 in 3 medium.");
            case NEXT_VISIT ->
                    new Said(
                            "会员在今后 " + days + " 天内至少来一次的概率：一半以上为很可能，20% 以上为有可能。",
                            "The chance that a member comes within "
                                    + days
                                    + " days: from one half it is likely, from 20% possible.");
            case VALUE_TIER ->
                    new Said(
                            "今后 365 天的预期消费：次数乘以每次金额。分档线在训练当天按前 20% 和其后 30% 划定，之后不随他人变动。",
                            "What a member is expected to spend within 365 days: visits times"
                                    + " amount. The lines at the top 20% and the next 30% are drawn"
                                    + " on the day of training, and others do not move them.");
        };
    }

    private static Map<String, Said> words(String... three) {
        Map<String, Said> words = new LinkedHashMap<>();
        for (int i = 0; i < three.length; i += 3) {
            words.put(three[i], new Said(three[i + 1], three[i + 2]));
        }
        return words;
    }
}

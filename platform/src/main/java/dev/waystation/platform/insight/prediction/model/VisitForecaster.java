package dev.waystation.platform.insight.prediction.model;

import dev.waystation.platform.engagement.audience.VisitHistories.History;
import dev.waystation.platform.foundation.edge.Reason;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.statistics.RepeatVisits;
import java.util.List;
import java.util.Map;

/** Whether a member comes within some days, by the BG/NBD law of repeat visits. */
public record VisitForecaster(int days, RepeatVisits law) implements Forecaster {

    private static final double LIKELY = 0.5;
    private static final double POSSIBLE = 0.2;

    static VisitForecaster learn(List<History> histories, int days) {
        return new VisitForecaster(
                days, RepeatVisits.fit(histories.stream().map(Figures::counted).toList()));
    }

    @Override
    public double score(History history) {
        return law.comesWithin(days, Figures.counted(history));
    }

    @Override
    public double forecast(History history) {
        return score(history);
    }

    @Override
    public double outcome(History history) {
        return cameTrue(history) ? 1 : 0;
    }

    @Override
    public boolean cameTrue(History history) {
        return history.later() > 0;
    }

    @Override
    public String word(double score) {
        return score >= LIKELY ? "likely" : score >= POSSIBLE ? "possible" : "unlikely";
    }

    @Override
    public Said says(double score) {
        return new Said(
                days + " 天内再来的概率 " + Figures.percent(score),
                Figures.percent(score) + " chance of a visit within " + days + " days");
    }

    /** The law knows nothing else of a member, so these are the whole of its reasons. */
    @Override
    public List<Reason> reasons(History history) {
        return List.of(
                alive(law, history),
                new Reason(
                        "visits",
                        history.visits() > 1,
                        Figures.visits(history),
                        Map.of("visits", history.visits(), "days", history.knownDays())),
                new Reason(
                        "silence",
                        history.silentDays() <= 30,
                        Figures.silence(history),
                        Map.of("days", history.silentDays())));
    }

    static Reason alive(RepeatVisits law, History history) {
        double alive = law.alive(Figures.counted(history));
        return new Reason(
                "active",
                alive >= LIKELY,
                new Said(
                        "仍是活跃会员的概率 " + Figures.percent(alive),
                        Figures.percent(alive) + " chance of still being active"),
                Map.of("alive", Math.round(alive * 100) / 100.0));
    }
}

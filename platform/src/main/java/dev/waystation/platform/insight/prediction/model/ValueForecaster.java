package dev.waystation.platform.insight.prediction.model;

import dev.waystation.platform.engagement.audience.VisitHistories.History;
import dev.waystation.platform.foundation.edge.Reason;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.statistics.RepeatVisits;
import dev.waystation.statistics.SpendPerVisit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a member will spend in a year: expected visits (BG/NBD) times what a visit brings
 * (gamma-gamma), in yuan.
 *
 * @param days of the time it is judged on
 * @param top from which score a member is among the top
 * @param middle from which score a member is among the next
 */
public record ValueForecaster(
        int days, RepeatVisits law, SpendPerVisit spending, double top, double middle)
        implements Forecaster {

    private static final int YEAR = 365;
    private static final double TOP = 0.8;
    private static final double MIDDLE = 0.5;

    static ValueForecaster learn(List<History> histories, int days) {
        return new ValueForecaster(
                days,
                RepeatVisits.fit(histories.stream().map(Figures::counted).toList()),
                SpendPerVisit.fit(
                        histories.stream()
                                .filter(each -> each.spentMinor() > 0)
                                .map(ValueForecaster::spent)
                                .toList()),
                0,
                0);
    }

    private static SpendPerVisit.Spent spent(History history) {
        return new SpendPerVisit.Spent(
                history.visits(), history.spentMinor() / 100.0 / history.visits());
    }

    /** The lines are drawn once, so that nobody moves because everybody else did. */
    @Override
    public ValueForecaster placed(double[] scores) {
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        return new ValueForecaster(
                days,
                law,
                spending,
                sorted[(int) (sorted.length * TOP)],
                sorted[(int) (sorted.length * MIDDLE)]);
    }

    @Override
    public double score(History history) {
        return law.expected(YEAR, Figures.counted(history)) * perVisit(history);
    }

    @Override
    public double forecast(History history) {
        return law.expected(days, Figures.counted(history)) * perVisit(history);
    }

    /** Who never spent anything is not expected to begin. */
    private double perVisit(History history) {
        return history.spentMinor() > 0 ? spending.mean(spent(history)) : 0;
    }

    @Override
    public double outcome(History history) {
        return history.laterMinor() / 100.0;
    }

    @Override
    public boolean cameTrue(History history) {
        return history.laterMinor() > 0;
    }

    @Override
    public String word(double score) {
        return score >= top ? "top" : score >= middle ? "middle" : "rest";
    }

    @Override
    public Said says(double score) {
        return new Said(
                "今后 365 天预期消费 " + Figures.yuan(score),
                "expected to spend " + Figures.yuan(score) + " within 365 days");
    }

    @Override
    public List<Reason> reasons(History history) {
        double visits = law.expected(YEAR, Figures.counted(history));
        double amount = perVisit(history);
        return List.of(
                new Reason(
                        "visits",
                        visits >= 1,
                        new Said(
                                String.format(Locale.ROOT, "预期再来 %.1f 次", visits),
                                String.format(Locale.ROOT, "expected to come %.1f times", visits)),
                        Map.of("visits", Math.round(visits * 100) / 100.0)),
                new Reason(
                        "spending",
                        amount >= spending.mean(),
                        new Said(
                                "预期每次花费 %s，全体平均 %s"
                                        .formatted(
                                                Figures.yuan(amount),
                                                Figures.yuan(spending.mean())),
                                "expected to spend %s a visit, the mean of all is %s"
                                        .formatted(
                                                Figures.yuan(amount),
                                                Figures.yuan(spending.mean()))),
                        Map.of("amount", Math.round(amount * 100) / 100.0)),
                VisitForecaster.alive(law, history));
    }
}

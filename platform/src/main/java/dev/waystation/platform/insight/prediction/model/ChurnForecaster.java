package dev.waystation.platform.insight.prediction.model;

import dev.waystation.platform.engagement.audience.VisitHistories.History;
import dev.waystation.platform.foundation.edge.Reason;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.statistics.Logistic;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Whether a member stays away, by logistic regression on behaviour alone: age, sex and home are
 * left out on purpose.
 *
 * @param days within which nobody who churns comes
 */
public record ChurnForecaster(int days, Logistic weights) implements Forecaster {

    private static final double HIGH = 2 / 3.0;
    private static final double MEDIUM = 1 / 3.0;
    private static final double RIDGE = 1;
    private static final int REASONS = 3;
    private static final double SHOWN = 0.005;

    /** Whether more of a feature raises the risk, lowers it, or may do either. */
    private static final int[] MEANING = {1, -1, -1, 0};

    /**
     * A longer silence never lowers the risk and more visits never raise it: features that go
     * together can take each other's part, and a weight against its own meaning would tell a person
     * nonsense. Such a feature is left out, the others learnt anew.
     */
    static ChurnForecaster learn(List<History> histories, int days) {
        boolean[] stayedAway = new boolean[histories.size()];
        for (int i = 0; i < stayedAway.length; i++) {
            stayedAway[i] = histories.get(i).later() == 0;
        }
        List<double[]> rows = histories.stream().map(ChurnForecaster::features).toList();
        while (true) {
            Logistic fit = Logistic.fit(rows, stayedAway, RIDGE);
            int wrong = againstItsMeaning(fit);
            if (wrong < 0) {
                return new ChurnForecaster(days, fit);
            }
            rows.forEach(row -> row[wrong] = 0); // what is the same for all weighs nothing
        }
    }

    /** The feature that most contradicts itself, or a negative number. */
    private static int againstItsMeaning(Logistic fit) {
        int worst = -1;
        for (int i = 0; i < MEANING.length; i++) {
            double against = -MEANING[i] * fit.weights().get(i);
            if (against > 0
                    && (worst < 0 || against > -MEANING[worst] * fit.weights().get(worst))) {
                worst = i;
            }
        }
        return worst;
    }

    /** Silence, visits of late, pace and spending; logarithms, as twice as long counts alike. */
    private static double[] features(History history) {
        return new double[] {
            Math.log1p(history.silentDays()),
            Math.log1p(history.lately()),
            Math.log(pace(history)),
            Math.log1p(perVisit(history))
        };
    }

    /** Visits a year; a newcomer is reckoned as known for a month more. */
    private static double pace(History history) {
        return history.visits() * 365.0 / (history.knownDays() + 30);
    }

    private static double perVisit(History history) {
        return Math.max(0, history.spentMinor() / 100.0 / history.visits());
    }

    @Override
    public double score(History history) {
        return weights.probability(features(history));
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
        return history.later() == 0;
    }

    @Override
    public String word(double score) {
        return score >= HIGH ? "high" : score >= MEDIUM ? "medium" : "low";
    }

    @Override
    public Said says(double score) {
        return new Said(
                days + " 天内不来的概率 " + Figures.percent(score),
                Figures.percent(score) + " chance of no visit within " + days + " days");
    }

    @Override
    public List<Reason> reasons(History history) {
        double[] features = features(history);
        return IntStream.range(0, features.length)
                .boxed()
                .filter(i -> Math.abs(weights.contribution(i, features[i])) >= SHOWN)
                .sorted(
                        Comparator.comparingDouble(
                                i -> -Math.abs(weights.contribution(i, features[i]))))
                .limit(REASONS)
                .map(i -> reason(i, weights.contribution(i, features[i]), history))
                .toList();
    }

    private static Reason reason(int feature, double weight, History history) {
        Said fact =
                switch (feature) {
                    case 0 -> Figures.silence(history);
                    case 1 ->
                            new Said(
                                    "近 90 天来过 " + history.lately() + " 天",
                                    "came on " + history.lately() + " of the last 90 days");
                    case 2 -> Figures.visits(history);
                    default ->
                            new Said(
                                    "每次平均花费 " + Figures.yuan(perVisit(history)),
                                    "spends " + Figures.yuan(perVisit(history)) + " a visit");
                };
        boolean raises = weight > 0;
        return new Reason(
                List.of("silence", "lately", "pace", "spending").get(feature),
                raises,
                new Said(
                        fact.zh() + (raises ? "：风险更高" : "：风险更低"),
                        fact.en() + (raises ? ": raises the risk" : ": lowers the risk")),
                Map.of("weight", Math.round(weight * 100) / 100.0));
    }
}

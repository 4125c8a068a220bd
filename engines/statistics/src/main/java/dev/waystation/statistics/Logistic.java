package dev.waystation.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * Logistic regression: the log-odds of a yes as a weighted sum of features. Features are measured
 * in standard deviations from their mean, so weights can be compared and a mean person has the
 * intercept. Weights are kept small by a ridge penalty, the intercept is free (le Cessie, van
 * Houwelingen, Ridge estimators in logistic regression, Applied Statistics 41, 1992).
 *
 * @param means of each feature where it was trained
 * @param deviations of each feature; 0 where all were alike, which then weighs nothing
 * @param intercept log-odds at the means
 * @param weights log-odds per deviation
 */
public record Logistic(
        List<Double> means, List<Double> deviations, double intercept, List<Double> weights) {

    private static final int MOST_STEPS = 100;
    private static final double SETTLED = 1e-9;

    public Logistic {
        means = List.copyOf(means);
        deviations = List.copyOf(deviations);
        weights = List.copyOf(weights);
        if (means.size() != weights.size() || deviations.size() != weights.size()) {
            throw new IllegalArgumentException(
                    "means (%d), deviations (%d) and weights (%d) must be as many"
                            .formatted(means.size(), deviations.size(), weights.size()));
        }
    }

    /**
     * The weights that fit best, by Newton's method with halved steps where a whole one overshoots:
     * the penalised likelihood is concave, so there is one answer. One step costs rows × features².
     *
     * @param rows features, as many in each row, finite
     * @param yes what happened, one per row, both kinds at least once
     * @param ridge penalty on squared weights, above 0 so that perfectly parted data have an answer
     */
    public static Logistic fit(List<double[]> rows, boolean[] yes, double ridge) {
        check(rows, yes, ridge);
        int features = rows.getFirst().length;
        double[] means = new double[features];
        double[] deviations = new double[features];
        for (int j = 0; j < features; j++) {
            double sum = 0;
            for (double[] row : rows) {
                sum += row[j];
            }
            means[j] = sum / rows.size();
            double squares = 0;
            for (double[] row : rows) {
                squares += (row[j] - means[j]) * (row[j] - means[j]);
            }
            double deviation = Math.sqrt(squares / rows.size());
            deviations[j] = deviation > 1e-12 * Math.abs(means[j]) ? deviation : 0;
        }
        double[][] scaled = new double[rows.size()][];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = scaled(rows.get(i), means, deviations);
        }
        double[] found = new Newton(scaled, yes, ridge).highest();
        return new Logistic(
                list(means), list(deviations), found[0], list(found).subList(1, found.length));
    }

    private static void check(List<double[]> rows, boolean[] yes, double ridge) {
        if (rows.isEmpty() || rows.size() != yes.length) {
            throw new IllegalArgumentException(
                    "rows (%d) and answers (%d) must be as many, at least one"
                            .formatted(rows.size(), yes.length));
        }
        if (!(ridge > 0)) {
            throw new IllegalArgumentException("ridge (" + ridge + ") must be above 0");
        }
        int features = rows.getFirst().length;
        for (double[] row : rows) {
            if (row.length != features) {
                throw new IllegalArgumentException(
                        "a row has %d features, the first %d".formatted(row.length, features));
            }
            for (double value : row) {
                if (!Double.isFinite(value)) {
                    throw new IllegalArgumentException("a feature is " + value);
                }
            }
        }
        int agreed = 0;
        for (boolean each : yes) {
            agreed += each ? 1 : 0;
        }
        if (agreed == 0 || agreed == yes.length) {
            throw new IllegalArgumentException(
                    "%d of %d answers are yes: there is nothing to tell apart"
                            .formatted(agreed, yes.length));
        }
    }

    /** The chance of a yes, in 0..1. */
    public double probability(double... row) {
        double odds = intercept;
        for (int j = 0; j < row.length; j++) {
            odds += contribution(j, row[j]);
        }
        return sigmoid(odds);
    }

    /** What a feature adds to the log-odds beside a mean person; all add up to the decision. */
    public double contribution(int feature, double value) {
        double deviation = deviations.get(feature);
        return deviation == 0 ? 0 : weights.get(feature) * (value - means.get(feature)) / deviation;
    }

    private static double[] scaled(double[] row, double[] means, double[] deviations) {
        double[] scaled = new double[row.length + 1];
        scaled[0] = 1;
        for (int j = 0; j < row.length; j++) {
            scaled[j + 1] = deviations[j] == 0 ? 0 : (row[j] - means[j]) / deviations[j];
        }
        return scaled;
    }

    static double sigmoid(double odds) {
        return odds >= 0 ? 1 / (1 + Math.exp(-odds)) : Math.exp(odds) / (1 + Math.exp(odds));
    }

    private static List<Double> list(double[] values) {
        List<Double> list = new ArrayList<>(values.length);
        for (double value : values) {
            list.add(value);
        }
        return list;
    }

    /** Climbs the penalised log-likelihood. */
    private static final class Newton {

        private final double[][] rows;
        private final boolean[] yes;
        private final double ridge;

        Newton(double[][] rows, boolean[] yes, double ridge) {
            this.rows = rows;
            this.yes = yes;
            this.ridge = ridge;
        }

        double[] highest() {
            double[] at = new double[rows[0].length];
            double height = height(at);
            for (int steps = 0; steps < MOST_STEPS; steps++) {
                double[] step = step(at);
                double[] next = plus(at, step, 1);
                double reached = height(next);
                for (double share = 0.5; reached < height && share > 1e-6; share /= 2) {
                    next = plus(at, step, share);
                    reached = height(next);
                }
                if (!(reached > height + SETTLED)) {
                    return reached >= height ? next : at;
                }
                at = next;
                height = reached;
            }
            return at;
        }

        private double height(double[] at) {
            double sum = 0;
            for (int i = 0; i < rows.length; i++) {
                double odds = dot(at, rows[i]);
                double towards = yes[i] ? odds : -odds;
                sum -=
                        towards > 0
                                ? Math.log1p(Math.exp(-towards))
                                : Math.log1p(Math.exp(towards)) - towards;
            }
            for (int j = 1; j < at.length; j++) {
                sum -= ridge * at[j] * at[j] / 2;
            }
            return sum;
        }

        private double[] step(double[] at) {
            int size = at.length;
            double[] slope = new double[size];
            double[][] bend = new double[size][size];
            for (int i = 0; i < rows.length; i++) {
                double[] row = rows[i];
                double chance = sigmoid(dot(at, row));
                double off = (yes[i] ? 1 : 0) - chance;
                double weight = chance * (1 - chance);
                for (int j = 0; j < size; j++) {
                    slope[j] += off * row[j];
                    for (int k = 0; k <= j; k++) {
                        bend[j][k] += weight * row[j] * row[k];
                    }
                }
            }
            for (int j = 0; j < size; j++) {
                slope[j] -= j == 0 ? 0 : ridge * at[j];
                bend[j][j] += j == 0 ? 1e-12 : ridge;
            }
            return solve(bend, slope);
        }

        /** Cholesky's way for a symmetric matrix of which the lower half is given. */
        private static double[] solve(double[][] lower, double[] right) {
            int size = right.length;
            for (int j = 0; j < size; j++) {
                for (int k = 0; k <= j; k++) {
                    double sum = lower[j][k];
                    for (int m = 0; m < k; m++) {
                        sum -= lower[j][m] * lower[k][m];
                    }
                    lower[j][k] = j == k ? Math.sqrt(Math.max(sum, 1e-300)) : sum / lower[k][k];
                }
            }
            double[] answer = right.clone();
            for (int j = 0; j < size; j++) {
                for (int k = 0; k < j; k++) {
                    answer[j] -= lower[j][k] * answer[k];
                }
                answer[j] /= lower[j][j];
            }
            for (int j = size - 1; j >= 0; j--) {
                for (int k = j + 1; k < size; k++) {
                    answer[j] -= lower[k][j] * answer[k];
                }
                answer[j] /= lower[j][j];
            }
            return answer;
        }

        private static double[] plus(double[] at, double[] step, double share) {
            double[] next = at.clone();
            for (int j = 0; j < next.length; j++) {
                next[j] += share * step[j];
            }
            return next;
        }

        private static double dot(double[] one, double[] other) {
            double sum = 0;
            for (int j = 0; j < one.length; j++) {
                sum += one[j] * other[j];
            }
            return sum;
        }
    }
}

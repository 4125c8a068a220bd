package dev.waystation.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/** What must be looked at before a result is believed, and how many looks are paid for. */
public final class Checks {

    /** Below this the split is not the one that was planned. */
    public static final double SPLIT_IS_BROKEN = 0.001;

    private Checks() {}

    /** The chance of a split this far from the plan if assignment were right (chi-squared). */
    public static double splitChance(List<Long> units, List<Double> weights) {
        double all = units.stream().mapToLong(Long::longValue).sum();
        double parts = weights.stream().mapToDouble(Double::doubleValue).sum();
        double distance = 0;
        for (int i = 0; i < units.size(); i++) {
            double expected = all * weights.get(i) / parts;
            double off = units.get(i) - expected;
            distance += off * off / expected;
        }
        return ChiSquaredDistribution.of(units.size() - 1.0).survivalProbability(distance);
    }

    /** Holm's correction: no single false alarm, for the few metrics that decide. */
    public static List<Double> holm(List<Double> chances) {
        int count = chances.size();
        List<Integer> rising = order(chances, Comparator.naturalOrder());
        Double[] adjusted = new Double[count];
        double most = 0;
        for (int rank = 0; rank < count; rank++) {
            int i = rising.get(rank);
            most = Math.max(most, Math.min(1, (count - rank) * chances.get(i)));
            adjusted[i] = most;
        }
        return List.of(adjusted);
    }

    /**
     * Benjamini and Hochberg's: few false among the finds, for the many that are only looked at.
     */
    public static List<Double> benjaminiHochberg(List<Double> chances) {
        int count = chances.size();
        List<Integer> falling = order(chances, Comparator.reverseOrder());
        Double[] adjusted = new Double[count];
        double least = 1;
        for (int i = 0; i < count; i++) {
            int at = falling.get(i);
            least = Math.min(least, chances.get(at) * count / (count - i));
            adjusted[at] = least;
        }
        return List.of(adjusted);
    }

    private static List<Integer> order(List<Double> chances, Comparator<Double> by) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, chances.size()).boxed().toList());
        order.sort(Comparator.comparing(chances::get, by));
        return order;
    }
}

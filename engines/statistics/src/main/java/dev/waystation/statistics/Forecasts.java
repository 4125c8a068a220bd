package dev.waystation.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** How good forecasts were, once it is known what happened. */
public final class Forecasts {

    private Forecasts() {}

    /**
     * People of like forecasts.
     *
     * @param forecast mean of what was said
     * @param happened mean of what came
     */
    public record Bin(long count, double forecast, double happened) {}

    /**
     * The chance that somebody of whom it came true had the higher forecast than somebody of whom
     * it did not, equal ones half (Mann and Whitney's statistic, Hanley, McNeil, Radiology 143,
     * 1982). 0.5 is guessing. Costs a sort.
     *
     * @throws IllegalArgumentException when it came true of nobody or of everybody
     */
    public static double auc(double[] forecasts, boolean[] cameTrue) {
        same(forecasts.length, cameTrue.length);
        int[] order = order(forecasts);
        double ranks = 0;
        long yes = 0;
        for (int from = 0; from < order.length; ) {
            int to = from;
            long alike = 0;
            while (to < order.length && forecasts[order[to]] == forecasts[order[from]]) {
                alike += cameTrue[order[to]] ? 1 : 0;
                to++;
            }
            ranks += alike * (from + 1 + to) / 2.0;
            yes += alike;
            from = to;
        }
        long no = order.length - yes;
        if (yes == 0 || no == 0) {
            throw new IllegalArgumentException(
                    "it came true of %d of %d: there is nothing to rank"
                            .formatted(yes, order.length));
        }
        return (ranks - yes * (yes + 1) / 2.0) / yes / no;
    }

    /** Forecasts beside what happened, in as many bins of like size, rising. */
    public static List<Bin> calibration(double[] forecasts, double[] happened, int bins) {
        same(forecasts.length, happened.length);
        int[] order = order(forecasts);
        List<Bin> all = new ArrayList<>();
        for (int bin = 0; bin < bins; bin++) {
            int from = (int) ((long) order.length * bin / bins);
            int to = (int) ((long) order.length * (bin + 1) / bins);
            if (to > from) {
                double said = 0;
                double came = 0;
                for (int i = from; i < to; i++) {
                    said += forecasts[order[i]];
                    came += happened[order[i]];
                }
                all.add(new Bin(to - from, said / (to - from), came / (to - from)));
            }
        }
        return List.copyOf(all);
    }

    /** How far forecasts are off in the mean over bins, in the unit of the forecasts. */
    public static double off(List<Bin> bins) {
        double off = 0;
        long count = 0;
        for (Bin bin : bins) {
            off += bin.count() * Math.abs(bin.forecast() - bin.happened());
            count += bin.count();
        }
        return count == 0 ? 0 : off / count;
    }

    private static int[] order(double[] values) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static void same(int forecasts, int happened) {
        if (forecasts != happened || forecasts == 0) {
            throw new IllegalArgumentException(
                    "forecasts (%d) and outcomes (%d) must be as many, at least one"
                            .formatted(forecasts, happened));
        }
    }
}

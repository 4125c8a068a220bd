package dev.waystation.benchmarks;

import java.util.List;
import java.util.Locale;

/**
 * How much better ours is than the alternative, from pairs measured one after the other in the same
 * run; larger is better. The median counts, so that one disturbed pair decides nothing.
 */
public record Ratio(String name, double bar, List<Double> values) {

    public Ratio {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("No pairs were measured for " + name);
        }
        values = values.stream().sorted().toList();
    }

    public double min() {
        return values.getFirst();
    }

    public double median() {
        int middle = values.size() / 2;
        return values.size() % 2 == 1
                ? values.get(middle)
                : (values.get(middle - 1) + values.get(middle)) / 2;
    }

    public double max() {
        return values.getLast();
    }

    public boolean holds() {
        return median() >= bar;
    }

    /** The one line that ends a benchmark. */
    public String line() {
        return "%s ratio=%s bar=%s %s"
                .formatted(name, figure(median()), figure(bar), holds() ? "ok" : "short");
    }

    static String figure(double value) {
        return value == Math.rint(value) && value < 1e6
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.2f", value);
    }
}

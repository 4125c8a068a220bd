package dev.waystation.statistics;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;

/**
 * From a unit to a point between 0 and 1, and from the point to a variation: the bucketing that the
 * published SDKs of the field agree on, so that server, browser and journey give one answer and
 * anybody can recompute it.
 */
public final class Bucketing {

    /** The scheme for new trials: hashed twice, so that nested trials do not share a bias. */
    public static final int CURRENT_VERSION = 2;

    private static final int OFFSET_BASIS = 0x811c9dc5;
    private static final int PRIME = 0x01000193;
    private static final double ROUNDING = 0.01;

    /** A part of the line from 0 to 1, the lower end included and the upper not. */
    public record Range(double from, double to) {

        boolean holds(double point) {
            return point >= from && point < to;
        }
    }

    private Bucketing() {}

    /** The point of a unit; empty for a version that nobody has defined. */
    public static OptionalDouble point(String seed, String unit, int version) {
        return switch (version) {
            case 1 -> OptionalDouble.of(fnv(unit + seed) % 1_000 / 1_000.0);
            case CURRENT_VERSION ->
                    OptionalDouble.of(fnv(Long.toString(fnv(seed + unit))) % 10_000 / 10_000.0);
            default -> OptionalDouble.empty();
        };
    }

    private static long fnv(String text) {
        int hash = OFFSET_BASIS;
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (octet & 0xff)) * PRIME;
        }
        return Integer.toUnsignedLong(hash);
    }

    /** The same share for each. */
    public static List<Double> equalWeights(int variations) {
        return variations < 1 ? List.of() : Collections.nCopies(variations, 1.0 / variations);
    }

    /**
     * Where each variation begins and how far it reaches when only a share of the units takes part.
     * Weights that are too few, or do not add up, count as equal.
     */
    public static List<Range> ranges(int variations, double coverage, List<Double> weights) {
        double covered = Math.clamp(coverage, 0, 1);
        double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
        boolean usable = weights.size() == variations && Math.abs(sum - 1) <= ROUNDING;
        List<Range> ranges = new ArrayList<>();
        double start = 0;
        for (double weight : usable ? weights : equalWeights(variations)) {
            ranges.add(new Range(start, start + covered * weight));
            start += weight;
        }
        return ranges;
    }

    /** The variation whose range holds the point; -1 for none. */
    public static int choose(double point, List<Range> ranges) {
        for (int i = 0; i < ranges.size(); i++) {
            if (ranges.get(i).holds(point)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a unit is in this trial's part of a layer that several trials share. */
    public static boolean inLayer(String unit, String layer, Range part) {
        return part.holds(fnv(unit + "__" + layer) % 1_000 / 1_000.0);
    }
}

package dev.waystation.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;

/**
 * The lowest point of a function that has no gradient at hand (Nelder and Mead, A simplex method
 * for function minimization, The Computer Journal 7, 1965), with their coefficients 1, 2, 1/2, 1/2.
 * Where it stops, it starts once more with a fresh simplex, because a simplex can collapse beside
 * the lowest point. Values that are not finite count as infinitely high.
 */
final class NelderMead {

    private static final int MOST_STEPS = 4_000;
    private static final double FLAT = 1e-10;
    private static final double SMALL = 1e-7;

    /** A point with the height of the function there. */
    private static final class Point {

        private final double[] at;
        private final double value;

        Point(double[] at, double value) {
            this.at = at;
            this.value = value;
        }

        double[] at() {
            return at;
        }

        double value() {
            return value;
        }
    }

    private final ToDoubleFunction<double[]> function;

    private NelderMead(ToDoubleFunction<double[]> function) {
        this.function = function;
    }

    static double[] lowest(ToDoubleFunction<double[]> function, double[] start, double step) {
        var search = new NelderMead(function);
        return search.search(search.search(start, step), step / 2);
    }

    private double[] search(double[] start, double step) {
        int size = start.length;
        Point[] simplex = new Point[size + 1];
        simplex[0] = point(start);
        for (int i = 0; i < size; i++) {
            double[] corner = start.clone();
            corner[i] += step;
            simplex[i + 1] = point(corner);
        }
        for (int steps = 0; steps < MOST_STEPS; steps++) {
            Arrays.sort(simplex, Comparator.comparingDouble(Point::value));
            if (settled(simplex)) {
                break;
            }
            advance(simplex);
        }
        Arrays.sort(simplex, Comparator.comparingDouble(Point::value));
        return simplex[0].at();
    }

    private void advance(Point[] simplex) {
        int last = simplex.length - 1;
        double[] centre = centre(simplex);
        Point worst = simplex[last];
        Point reflected = between(centre, worst, -1);
        if (reflected.value() < simplex[0].value()) {
            Point expanded = between(centre, worst, -2);
            simplex[last] = expanded.value() < reflected.value() ? expanded : reflected;
        } else if (reflected.value() < simplex[last - 1].value()) {
            simplex[last] = reflected;
        } else {
            boolean outside = reflected.value() < worst.value();
            Point contracted = between(centre, worst, outside ? -0.5 : 0.5);
            if (contracted.value() < Math.min(reflected.value(), worst.value())) {
                simplex[last] = contracted;
            } else {
                for (int i = 1; i <= last; i++) {
                    simplex[i] = between(simplex[0].at(), simplex[i], 0.5);
                }
            }
        }
    }

    private static boolean settled(Point[] simplex) {
        double[] best = simplex[0].at();
        double widest = 0;
        for (Point each : simplex) {
            for (int i = 0; i < best.length; i++) {
                widest = Math.max(widest, Math.abs(each.at()[i] - best[i]));
            }
        }
        double low = simplex[0].value();
        double gap = simplex[simplex.length - 1].value() - low;
        return widest < SMALL && gap <= FLAT * (1 + Math.abs(low));
    }

    private static double[] centre(Point[] simplex) {
        int size = simplex.length - 1;
        double[] centre = new double[size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                centre[j] += simplex[i].at()[j] / size;
            }
        }
        return centre;
    }

    /** From the centre towards a point by a share of the way, away from it when negative. */
    private Point between(double[] centre, Point point, double share) {
        double[] at = centre.clone();
        for (int i = 0; i < at.length; i++) {
            at[i] += share * (point.at()[i] - centre[i]);
        }
        return point(at);
    }

    private Point point(double[] at) {
        double value = function.applyAsDouble(at);
        return new Point(at, Double.isFinite(value) ? value : Double.POSITIVE_INFINITY);
    }
}

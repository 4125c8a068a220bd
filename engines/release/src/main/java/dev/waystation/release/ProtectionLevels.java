package dev.waystation.release;

import dev.waystation.statistics.Normal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** How many seats to keep for dearer demand, by Littlewood's rule and by EMSR-b. */
public final class ProtectionLevels {

    private ProtectionLevels() {}

    /** A fare class with its demand as a forecast sees it. */
    public record FareClass(double fare, Normal demand) {}

    /**
     * Littlewood's rule for two fares: protect y seats for the dear one where the chance to sell
     * the y-th of them dearly equals the ratio of the fares.
     */
    public static double littlewood(FareClass dear, double cheapFare) {
        if (cheapFare >= dear.fare()) {
            return 0;
        }
        return Math.max(0, dear.demand().upperQuantile(Math.max(0, cheapFare) / dear.fare()));
    }

    /**
     * EMSR-b: for every class the seats protected for all dearer ones together, treated as one
     * class with their pooled demand and mean fare. The first value is 0: nothing outranks the
     * dearest.
     *
     * @param classes dearest first
     */
    public static List<Double> emsrB(List<FareClass> classes) {
        List<Double> levels = new ArrayList<>();
        levels.add(0.0);
        Normal pooled = classes.getFirst().demand();
        double revenue = classes.getFirst().fare() * pooled.mean();
        for (int next = 1; next < classes.size(); next++) {
            FareClass pool = new FareClass(revenue / pooled.mean(), pooled);
            levels.add(littlewood(pool, classes.get(next).fare()));
            FareClass joins = classes.get(next);
            revenue += joins.fare() * joins.demand().mean();
            pooled = pooled.plus(joins.demand());
        }
        return levels;
    }

    /**
     * EMSR-b where passengers take the cheapest class that is open: fares are replaced by the
     * revenue one more passenger of the class adds. Empty for a class that is better closed.
     *
     * @param classes dearest first
     */
    public static List<OptionalDouble> emsrBUndifferentiated(List<FareClass> classes) {
        List<OptionalDouble> levels = new ArrayList<>();
        Normal pooled = new Normal(0, 0);
        double revenue = 0;
        boolean closed = false;
        for (FareClass fareClass : classes) {
            Normal wider = pooled.plus(fareClass.demand());
            double marginal =
                    (fareClass.fare() * wider.mean() - revenue) / fareClass.demand().mean();
            closed |= marginal < 0;
            if (closed) {
                levels.add(OptionalDouble.empty());
            } else if (levels.isEmpty()) {
                levels.add(OptionalDouble.of(0));
            } else {
                FareClass pool = new FareClass(revenue / pooled.mean(), pooled);
                levels.add(OptionalDouble.of(littlewood(pool, marginal)));
            }
            revenue = fareClass.fare() * wider.mean();
            pooled = wider;
        }
        return levels;
    }
}

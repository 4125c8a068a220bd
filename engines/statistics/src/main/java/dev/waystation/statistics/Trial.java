package dev.waystation.statistics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What decides which variation a unit gets.
 *
 * @param seed hashed with the unit; the key unless it was changed with a new phase
 * @param unitAttribute which attribute names the unit: member, household, chat group
 * @param coverage the share of units that take part
 * @param ranges when given, in place of coverage and weights
 * @param layer the part of a shared layer this trial owns
 * @param filters the unit must be inside every one; they replace the layer
 * @param forced everybody in the trial gets this one
 */
public record Trial(
        String key,
        String seed,
        int hashVersion,
        String unitAttribute,
        int variations,
        double coverage,
        List<Double> weights,
        List<Bucketing.Range> ranges,
        @Nullable Layer layer,
        List<Filter> filters,
        boolean active,
        @Nullable Integer forced) {

    /** A part of a layer; trials with parts that do not overlap never share a unit. */
    public record Layer(String name, Bucketing.Range part) {}

    /** Ranges of another hash the unit must fall into. */
    public record Filter(
            String seed, String unitAttribute, int hashVersion, List<Bucketing.Range> ranges) {}

    public Trial {
        weights = List.copyOf(weights);
        ranges = List.copyOf(ranges);
        filters = List.copyOf(filters);
    }

    /** A trial of members over all of them, in equal parts. */
    public static Trial of(String key, int variations) {
        return new Trial(
                key,
                key,
                Bucketing.CURRENT_VERSION,
                "id",
                variations,
                1,
                List.of(),
                List.of(),
                null,
                List.of(),
                true,
                null);
    }

    List<Bucketing.Range> effectiveRanges() {
        return ranges.isEmpty() ? Bucketing.ranges(variations, coverage, weights) : ranges;
    }
}

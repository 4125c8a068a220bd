package dev.waystation.platform.members.loyalty.model;

import dev.waystation.platform.foundation.edge.Said;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a rule multiplies on a special day.
 *
 * @param day the special day's code
 * @param state of the version: draft, scheduled, live or ended
 * @param conditional whether the rule asks for more than the day
 */
public record DayFactor(
        String day,
        String rule,
        Said name,
        String factor,
        String state,
        boolean conditional,
        @Nullable Instant from,
        @Nullable Instant until) {

    private static final String DAYS = "days";

    /** One for each special day that the version multiplies on; none for all other rules. */
    static List<DayFactor> of(RuleVersion version, Instant now) {
        RuleSketch sketch = version.sketch();
        Object times = sketch.effect().get("times");
        if (times == null || !(sketch.condition().get(DAYS) instanceof Map<?, ?> days)) {
            return List.of();
        }
        return days.get("$in") instanceof List<?> codes
                ? codes.stream()
                        .map(day ->
                                new DayFactor(
                                        String.valueOf(day),
                                        sketch.code(),
                                        sketch.name(),
                                        String.valueOf(times),
                                        version.state(now),
                                        sketch.condition().size() > 1,
                                        version.from(),
                                        version.until()))
                        .toList()
                : List.of();
    }

    /** Whether it counts at some time between two instants. */
    boolean countsBetween(Instant start, Instant end) {
        return from != null && from.isBefore(end) && (until == null || until.isAfter(start));
    }
}

package dev.waystation.audience;

import dev.waystation.condition.Check;
import dev.waystation.condition.Condition;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/**
 * The next day on which any of some conditions may change for a member although nothing happens: an
 * age reached, silence long enough, an event leaving its window. It is never later than the first
 * real change, so whoever looks again on that day misses nothing and needs no nightly run over
 * everybody.
 *
 * <p>What time can turn is picked out of the conditions once, the same question once however many
 * ask it: hundreds of rules are asked at every event of every member. Immutable.
 */
public final class TimeToFlip {

    /** An edge further off is not reached by anybody alive. */
    private static final long FAR = 100_000;

    private final Function<String, Reading> readings;
    private final Map<String, Set<Long>> edges = new LinkedHashMap<>();
    private final Set<String> totals = new LinkedHashSet<>();
    private final Set<Condition.Did> windows = new LinkedHashSet<>();
    private final Set<Condition.Occurred> occurrences = new LinkedHashSet<>();

    private TimeToFlip(Function<String, Reading> readings) {
        this.readings = readings;
    }

    /**
     * Of all these conditions together.
     *
     * @param readings how each attribute follows from what is stored
     */
    public static TimeToFlip of(
            Collection<Condition> conditions, Function<String, Reading> readings) {
        TimeToFlip flips = new TimeToFlip(readings);
        conditions.forEach(flips::collect);
        return flips;
    }

    /** The earliest such day after today, or empty when only events can change anything. */
    public OptionalLong next(MemberTimes times, long today) {
        long first = Long.MAX_VALUE;
        for (Map.Entry<String, Set<Long>> each : edges.entrySet()) {
            OptionalLong stored = times.day(each.getKey());
            if (stored.isPresent()) {
                boolean days = readings.apply(each.getKey()) == Reading.DAYS_SINCE;
                for (long edge : each.getValue()) {
                    long day =
                            days
                                    ? stored.getAsLong() + edge
                                    : Days.reaches(stored.getAsLong(), edge);
                    first = sooner(first, day, today);
                }
            }
        }
        for (String total : totals) {
            first = sooner(first, times.shrinks(total).orElse(today), today);
        }
        for (Condition.Did did : windows) {
            first = sooner(first, leaves(times.latest(did), did.withinDays(), today), today);
            // whichever leaves the window moves a share, one way or the other
            if (did.share() > 0) {
                OptionalLong earliest = times.earliest(did.all());
                first = sooner(first, leaves(earliest, did.withinDays(), today), today);
            }
        }
        for (Condition.Occurred it : occurrences) {
            first = sooner(first, leaves(times.occurred(it), it.days(), today), today);
        }
        return first == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(first);
    }

    private static long leaves(OptionalLong day, long window, long today) {
        return day.isPresent() ? day.getAsLong() + window : today;
    }

    private static long sooner(long first, long day, long today) {
        return day > today ? Math.min(first, day) : first;
    }

    private void collect(Condition condition) {
        switch (condition) {
            case Condition.All all -> all.parts().forEach(this::collect);
            case Condition.Any any -> any.parts().forEach(this::collect);
            case Condition.Not not -> collect(not.part());
            case Condition.Did did -> {
                if (did.withinDays() > 0) {
                    windows.add(wherever(did));
                }
            }
            case Condition.Occurred it -> occurrences.add(it);
            case Condition.Field field -> collect(field);
        }
    }

    /** Where it stands in its rule, and which way it is asked, move no day. */
    private static Condition.Did wherever(Condition.Did did) {
        return new Condition.Did(
                "", false, did.event(), did.atLeast(), did.withinDays(), did.where(), did.share());
    }

    private void collect(Condition.Field field) {
        Reading reading = readings.apply(field.path());
        if (reading == Reading.AS_STORED) {
            totals.add(field.path());
            return;
        }
        for (long edge : edges(field.check())) {
            // a stored day may lie ahead: days since it are below zero until then
            if (edge <= FAR && edge >= (reading == Reading.DAYS_SINCE ? -FAR : 0)) {
                edges.computeIfAbsent(field.path(), _ -> new LinkedHashSet<>()).add(edge);
            }
        }
    }

    /** The values at which the answer of a check may turn, while the value grows. */
    private static List<Long> edges(Check check) {
        return switch (check) {
            case Check.Same same -> around(same.value());
            case Check.Compare compare ->
                    switch (compare.comparison()) {
                        case EQUAL, NOT_EQUAL -> around(compare.value());
                        case AT_LEAST, LESS -> List.of(whole(compare));
                        case GREATER, AT_MOST -> List.of(whole(compare) + 1);
                    };
            case Check.OneOf oneOf ->
                    oneOf.values().stream().flatMap(value -> around(value).stream()).toList();
            default -> List.of();
        };
    }

    private static long whole(Check.Compare compare) {
        return around(compare.value()).getFirst();
    }

    private static List<Long> around(@org.jspecify.annotations.Nullable Object value) {
        if (!(value instanceof Number number)) {
            throw new IllegalArgumentException(
                    "a day can only be compared with a number, not with " + value + " by ");
        }
        return List.of(number.longValue(), number.longValue() + 1);
    }
}

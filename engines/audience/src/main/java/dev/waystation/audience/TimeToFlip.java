package dev.waystation.audience;

import dev.waystation.condition.Check;
import dev.waystation.condition.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * The next day on which a condition may change for a member although nothing happens: an age
 * reached, silence long enough, an event leaving its window. It is never later than the first real
 * change, so whoever looks again on that day misses nothing and needs no nightly run over
 * everybody.
 */
public final class TimeToFlip {

    /** An edge further off is not reached by anybody alive. */
    private static final long FAR = 100_000;

    private final Function<String, Reading> readings;
    private final MemberTimes times;
    private final List<Long> days = new ArrayList<>();

    private TimeToFlip(Function<String, Reading> readings, MemberTimes times) {
        this.readings = readings;
        this.times = times;
    }

    /** The earliest such day after today, or empty when only events can change anything. */
    public static OptionalLong next(
            Condition condition, Map<String, Reading> readings, MemberTimes times, long today) {
        return next(
                condition,
                attribute -> readings.getOrDefault(attribute, Reading.AS_STORED),
                times,
                today);
    }

    /** The same, where attributes come and go. */
    public static OptionalLong next(
            Condition condition,
            Function<String, Reading> readings,
            MemberTimes times,
            long today) {
        TimeToFlip flips = new TimeToFlip(readings, times);
        flips.collect(condition);
        return flips.days.stream().mapToLong(Long::longValue).filter(d -> d > today).min();
    }

    private void collect(Condition condition) {
        switch (condition) {
            case Condition.All all -> all.parts().forEach(this::collect);
            case Condition.Any any -> any.parts().forEach(this::collect);
            case Condition.Not not -> collect(not.part());
            case Condition.Did did -> {
                if (did.withinDays() > 0) {
                    times.latest(did).ifPresent(day -> days.add(day + did.withinDays()));
                    // whichever leaves the window moves a share, one way or the other
                    if (did.share() > 0) {
                        times.earliest(did.all())
                                .ifPresent(day -> days.add(day + did.withinDays()));
                    }
                }
            }
            case Condition.Occurred it ->
                    times.occurred(it).ifPresent(day -> days.add(day + it.days()));
            case Condition.Field field -> collect(field);
        }
    }

    private void collect(Condition.Field field) {
        Reading reading = readings.apply(field.path());
        if (reading == Reading.AS_STORED) {
            times.shrinks(field.path()).ifPresent(days::add);
            return;
        }
        OptionalLong stored = times.day(field.path());
        if (stored.isPresent()) {
            for (long edge : edges(field.check())) {
                // a stored day may lie ahead: days since it are below zero until then
                if (reading == Reading.DAYS_SINCE && Math.abs(edge) <= FAR) {
                    days.add(stored.getAsLong() + edge);
                } else if (edge >= 0 && edge <= FAR) {
                    days.add(Days.reaches(stored.getAsLong(), edge));
                }
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

package dev.waystation.platform.engagement.audience.model;

import dev.waystation.condition.Condition;
import dev.waystation.condition.ConditionReader;
import dev.waystation.condition.Evaluator;
import dev.waystation.platform.foundation.edge.Said;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A value that follows from what a member did, defined by operators.
 *
 * @param property of the event, for those functions that look at one
 * @param withinDays today counts as the first; zero is ever
 * @param halfLifeDays after so many days an occurrence weighs half; scores only
 * @param levels of a score, the highest first
 */
public record ComputedTrait(
        String code,
        Said name,
        Function function,
        List<Source> sources,
        @Nullable String property,
        int withinDays,
        int halfLifeDays,
        List<Level> levels) {

    private static final Comparator<Deed> ORDER =
            Comparator.comparing(Deed::day).thenComparing(Deed::toString);

    /** What is made of the occurrences. */
    public enum Function {
        FIRST,
        LAST,
        COUNT,
        SUM,
        DISTINCT,
        MOST,
        SCORE;

        /** Whether it can't do without a property. */
        public boolean needsProperty() {
            return this == SUM || this == DISTINCT || this == MOST;
        }
    }

    /**
     * Occurrences that count.
     *
     * @param weight what one adds to a score
     */
    public record Source(String event, int weight, @Nullable Map<String, Object> where) {

        boolean counts(Deed deed) {
            if (!deed.event().equals(event)) {
                return false;
            }
            Condition asked = where == null ? null : ConditionReader.parse(where);
            return asked == null || Evaluator.declared().test(asked, deed::property);
        }
    }

    /** A level of a score and the least score for it. */
    public record Level(String code, Said label, int atLeast) {}

    public ComputedTrait {
        sources = List.copyOf(sources);
        levels =
                levels.stream().sorted(Comparator.comparingInt(Level::atLeast).reversed()).toList();
    }

    /** The name in conditions. */
    public String attribute() {
        boolean day = property == null && (function == Function.FIRST || function == Function.LAST);
        return day ? Extra.since(Extra.TRAIT + code) : Extra.TRAIT + code;
    }

    /** What the deeds come to on a day; null when they come to nothing. */
    @Nullable Object value(List<Deed> deeds, LocalDate today) {
        List<Deed> counted = counted(deeds, today).toList();
        return switch (function) {
            case FIRST -> counted.stream().min(ORDER).map(this::of).orElse(null);
            case LAST -> counted.stream().max(ORDER).map(this::of).orElse(null);
            case COUNT -> (long) counted.size();
            case SUM -> counted.stream().mapToLong(this::number).sum();
            case DISTINCT ->
                    counted.stream().map(this::of).filter(Objects::nonNull).distinct().count();
            case MOST -> most(counted);
            case SCORE -> level(score(deeds, today));
        };
    }

    /** The first day after today on which the value changes though nothing happens. */
    @Nullable LocalDate changesOn(List<Deed> deeds, LocalDate today) {
        if (function == Function.SCORE) {
            return falls(score(deeds, today), today);
        }
        return withinDays == 0
                ? null
                : counted(deeds, today)
                        .map(deed -> deed.day().plusDays(withinDays))
                        .min(Comparator.naturalOrder())
                        .orElse(null);
    }

    /** The sum of the weights, each halved once per half-life since its day. */
    public double score(List<Deed> deeds, LocalDate today) {
        double score = 0;
        for (Deed deed : deeds) {
            for (Source source : sources) {
                if (!deed.day().isAfter(today) && source.counts(deed)) {
                    long age = today.toEpochDay() - deed.day().toEpochDay();
                    score += source.weight() * Math.pow(2, -(double) age / halfLifeDays);
                }
            }
        }
        return score;
    }

    /**
     * Everything decays by one rate, so the score of a later day is the score of today halved per
     * half-life; the day is stepped to where rounding leaves it beside the edge.
     */
    private @Nullable LocalDate falls(double score, LocalDate today) {
        Level level = reached(score);
        if (level == null) {
            return null;
        }
        double days = halfLifeDays * Math.log(score / level.atLeast()) / Math.log(2);
        return today.plusDays(Math.max(1, (long) Math.floor(days)));
    }

    private @Nullable Level reached(double score) {
        return levels.stream().filter(level -> score >= level.atLeast()).findFirst().orElse(null);
    }

    private @Nullable String level(double score) {
        Level level = reached(score);
        return level == null ? null : level.code();
    }

    private Stream<Deed> counted(List<Deed> deeds, LocalDate today) {
        LocalDate after = withinDays == 0 ? LocalDate.MIN : today.minusDays(withinDays);
        return deeds.stream()
                .filter(deed -> deed.day().isAfter(after))
                .filter(deed -> sources.stream().anyMatch(source -> source.counts(deed)))
                .filter(deed -> property == null || deed.property(property) != null);
    }

    private @Nullable Object of(Deed deed) {
        return property == null ? (Long) deed.day().toEpochDay() : deed.property(property);
    }

    private long number(Deed deed) {
        return of(deed) instanceof Long number ? number : 0;
    }

    /** Of those as frequent the one done last, then the first in the order of letters. */
    private @Nullable Object most(List<Deed> counted) {
        Map<Object, Long> times = new HashMap<>();
        Map<Object, LocalDate> last = new HashMap<>();
        for (Deed deed : counted) {
            Object value = of(deed);
            if (value != null) {
                times.merge(value, 1L, Long::sum);
                last.merge(value, deed.day(), (a, b) -> a.isAfter(b) ? a : b);
            }
        }
        return times.entrySet().stream()
                .max(
                        Map.Entry.<Object, Long>comparingByValue()
                                .thenComparing(
                                        each -> last.getOrDefault(each.getKey(), LocalDate.MIN))
                                .thenComparing(
                                        each -> each.getKey().toString(),
                                        Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .orElse(null);
    }
}

package dev.waystation.condition;

import dev.waystation.condition.Condition.All;
import dev.waystation.condition.Condition.Any;
import dev.waystation.condition.Condition.Did;
import dev.waystation.condition.Condition.Field;
import dev.waystation.condition.Condition.Not;
import dev.waystation.condition.Condition.Occurred;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Walks the tree over one subject. It is the meaning of the language: every other face is tested
 * against it. For many rows with declared attributes use {@link Compiled}.
 */
public final class Evaluator {

    /** What an order ({@code $lt}, {@code $gte} ...) makes of a value that is not there. */
    public enum Absence {
        /** It counts as zero: the published cases, for subjects nobody declared. */
        COUNTS_AS_ZERO,
        /** No order holds: an unknown age is not under 30. For declared attributes. */
        HOLDS_NOTHING
    }

    private static final Pattern NOTHING = Pattern.compile("(?!)");
    private static final int KNOWN_PATTERNS = 1_000;

    private final Map<String, List<?>> groups;
    private final Absence absence;
    private final Map<Check.Matches, Pattern> patterns = new ConcurrentHashMap<>();

    private Evaluator(Map<String, ? extends List<?>> groups, Absence absence) {
        this.groups = Map.copyOf(groups);
        this.absence = absence;
    }

    /** For subjects nobody declared: absent counts as zero in an order. */
    public static Evaluator open() {
        return open(Map.of());
    }

    /** The same, with the lists that {@code $inGroup} may name. */
    public static Evaluator open(Map<String, ? extends List<?>> groups) {
        return new Evaluator(groups, Absence.COUNTS_AS_ZERO);
    }

    /** For declared attributes: the same meaning that the compiled, SQL and set faces have. */
    public static Evaluator declared() {
        return new Evaluator(Map.of(), Absence.HOLDS_NOTHING);
    }

    /** Whether the condition holds for a subject of plain maps and values. */
    public boolean test(Condition condition, Map<String, ?> subject) {
        return test(condition, Subject.of(subject));
    }

    /** Whether the condition holds for the subject. */
    public boolean test(Condition condition, Subject subject) {
        return switch (condition) {
            case All all -> {
                for (Condition part : all.parts()) {
                    if (!test(part, subject)) {
                        yield false;
                    }
                }
                yield true;
            }
            case Any any -> {
                for (Condition part : any.parts()) {
                    if (test(part, subject)) {
                        yield true;
                    }
                }
                yield any.parts().isEmpty();
            }
            case Not not -> !test(not.part(), subject);
            case Field field -> check(field.check(), subject.value(field.path()));
            case Did did -> did.negated() != did.enough(subject);
            case Occurred it -> it.holds(subject.times(it.ever()), subject.times(it.within()));
        };
    }

    boolean check(Check check, @Nullable Object value) {
        return switch (check) {
            case Check.Same same -> Values.same(value, same.value());
            case Check.Compare compare -> compares(compare, value);
            case Check.OneOf oneOf ->
                    oneOf.negated() != anyShared(value, oneOf.values(), oneOf.ignoringCase());
            case Check.HasAll all -> value instanceof List<?> list && containsAll(list, all);
            case Check.Exists exists -> exists.wanted() == (value != null);
            case Check.TypeIs type -> Values.typeOf(value).equals(type.type());
            case Check.Size size ->
                    value instanceof List<?> list && testValue(size.length(), (long) list.size());
            case Check.AnyElement any ->
                    value instanceof List<?> list
                            && list.stream().anyMatch(item -> testValue(any.element(), item));
            case Check.Matches matches ->
                    value != null && pattern(matches).matcher(Values.asText(value)).find();
            case Check.Version version ->
                    version.comparison().accepts(Versions.compare(value, version.version()));
            case Check.Near near ->
                    value instanceof Long code && near.circle().holds(Cell.of(code));
            case Check.InGroup group ->
                    group.negated()
                            != anyShared(
                                    value, groups.getOrDefault(group.group(), List.of()), false);
            case Check.Never ignored -> false;
        };
    }

    private boolean testValue(Condition inner, @Nullable Object value) {
        return test(inner, path -> Values.walk(value, path));
    }

    private boolean compares(Check.Compare compare, @Nullable Object value) {
        return switch (compare.comparison()) {
            case EQUAL -> Values.identical(value, compare.value());
            case NOT_EQUAL -> !Values.identical(value, compare.value());
            case GREATER, AT_LEAST, LESS, AT_MOST -> {
                if (value == null && absence == Absence.HOLDS_NOTHING) {
                    yield false;
                }
                Integer sign = Values.order(value, compare.value());
                yield sign != null && compare.comparison().accepts(sign);
            }
        };
    }

    private static boolean anyShared(@Nullable Object value, List<?> wanted, boolean ignoringCase) {
        if (value instanceof List<?> list) {
            return list.stream().anyMatch(item -> contains(wanted, item, ignoringCase));
        }
        return contains(wanted, value, ignoringCase);
    }

    private static boolean contains(List<?> list, @Nullable Object value, boolean ignoringCase) {
        Object sought = ignoringCase ? Values.fold(value) : value;
        for (Object item : list) {
            if (Values.identical(ignoringCase ? Values.fold(item) : item, sought)) {
                return true;
            }
        }
        return false;
    }

    private static boolean containsAll(List<?> list, Check.HasAll all) {
        for (Object wanted : all.values()) {
            if (!contains(list, wanted, all.ignoringCase())) {
                return false;
            }
        }
        return true;
    }

    private Pattern pattern(Check.Matches matches) {
        Pattern known = patterns.get(matches);
        if (known != null) {
            return known;
        }
        Pattern made = compile(matches);
        // bounded, because patterns come from people and an evaluator may live for years
        if (patterns.size() < KNOWN_PATTERNS) {
            patterns.put(matches, made);
        }
        return made;
    }

    static Pattern compile(Check.Matches matches) {
        try {
            int flags =
                    matches.ignoringCase() ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0;
            return Pattern.compile(matches.pattern(), flags);
        } catch (PatternSyntaxException broken) {
            return NOTHING;
        }
    }
}

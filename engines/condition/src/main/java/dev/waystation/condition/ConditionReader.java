package dev.waystation.condition;

import dev.waystation.condition.Condition.All;
import dev.waystation.condition.Condition.Any;
import dev.waystation.condition.Condition.Did;
import dev.waystation.condition.Condition.Field;
import dev.waystation.condition.Condition.Not;
import dev.waystation.condition.Condition.Occurred;
import dev.waystation.condition.Condition.Occurred.Which;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON form from plain maps, lists and values. Reading never fails: what can't be meant
 * becomes a check that never holds, as the published cases want it, and a {@link Problem} beside
 * it. Whoever takes conditions from people calls {@link Reading#orThrow()}.
 */
public final class ConditionReader {

    /** What was understood, and everything that was not. */
    public record Reading(Condition condition, List<Problem> problems) {

        /** The condition, provided that nothing in it is doubtful. */
        public Condition orThrow() {
            if (!problems.isEmpty()) {
                throw new MalformedCondition(problems);
            }
            return condition;
        }
    }

    private static final int DEEPEST = 40;
    private static final Set<String> DID_KEYS =
            Set.of("event", "atLeast", "withinDays", "where", "share");
    private static final Set<String> OCCURRED_KEYS =
            Set.of("event", "withinDays", "beforeDays", "where");

    private final List<Problem> problems = new ArrayList<>();

    private ConditionReader() {}

    /** Reads leniently and reports. */
    public static Reading read(@Nullable Object json) {
        ConditionReader reader = new ConditionReader();
        Condition condition = reader.node("", json, 0);
        return new Reading(condition, List.copyOf(reader.problems));
    }

    /** Reads and refuses anything doubtful. */
    public static Condition parse(@Nullable Object json) {
        return read(json).orThrow();
    }

    private Condition node(String at, @Nullable Object json, int depth) {
        if (!(json instanceof Map<?, ?> map)) {
            return never(at, "", json, Complaint.NOT_AN_OBJECT.at(at, json));
        }
        if (depth > DEEPEST) {
            return never(at, "", null, Complaint.TOO_DEEP.at(at, DEEPEST, DEEPEST));
        }
        List<Condition> parts = new ArrayList<>();
        map.forEach((key, value) -> parts.add(entry(at, String.valueOf(key), value, depth)));
        return parts.size() == 1 ? parts.getFirst() : new All(at, parts);
    }

    private Condition entry(String parent, String key, @Nullable Object value, int depth) {
        String at = parent.isEmpty() ? key : parent + "." + key;
        return switch (key) {
            case "$and" -> new All(at, nodes(at, value, depth));
            case "$or" -> new Any(at, nodes(at, value, depth));
            case "$nor" -> new Not(at, new Any(at, nodes(at, value, depth)));
            case "$not" -> new Not(at, node(at, value, depth + 1));
            case "$did" -> did(at, value, false, depth);
            case "$didNot" -> did(at, value, true, depth);
            case "$first" -> occurred(at, value, Which.FIRST, depth);
            case "$last" -> occurred(at, value, Which.LAST, depth);
            default -> field(at, key, value, depth);
        };
    }

    private List<Condition> nodes(String at, @Nullable Object value, int depth) {
        List<Condition> parts = new ArrayList<>();
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                parts.add(node(at + "." + i, list.get(i), depth + 1));
            }
        } else {
            parts.add(never(at, "", value, Complaint.NOT_A_LIST.at(at, value)));
        }
        return parts;
    }

    private Condition did(String at, @Nullable Object json, boolean negated, int depth) {
        if (!(json instanceof Map<?, ?> map)) {
            return never(at, "", json, Complaint.NOT_AN_OBJECT.at(at, json));
        }
        known(at, map, DID_KEYS);
        if (!(map.get("event") instanceof String event) || event.isBlank()) {
            return never(
                    at,
                    "event",
                    map.get("event"),
                    Complaint.NO_EVENT.at(at + ".event", map.get("event")));
        }
        Object where = map.get("where");
        return new Did(
                at,
                negated,
                event,
                count(at + ".atLeast", map.get("atLeast"), 1, 1),
                count(at + ".withinDays", map.get("withinDays"), 0, 1),
                where == null ? null : node(at + ".where", where, depth + 1),
                share(at + ".share", map.get("share")));
    }

    private int share(String at, @Nullable Object value) {
        if (value == null) {
            return 0;
        }
        if (value instanceof Number number
                && Values.isWhole(number)
                && number.longValue() >= 1
                && number.longValue() <= 100) {
            return number.intValue();
        }
        problems.add(Complaint.NOT_A_SHARE.at(at, value));
        return 100;
    }

    private Condition occurred(String at, @Nullable Object json, Which which, int depth) {
        if (!(json instanceof Map<?, ?> map)) {
            return never(at, "", json, Complaint.NOT_AN_OBJECT.at(at, json));
        }
        known(at, map, OCCURRED_KEYS);
        if (!(map.get("event") instanceof String event) || event.isBlank()) {
            Object given = map.get("event");
            return never(at, "event", given, Complaint.NO_EVENT.at(at + ".event", given));
        }
        boolean lately = map.get("withinDays") != null;
        if (lately == (map.get("beforeDays") != null)) {
            return never(at, "withinDays", json, Complaint.ONE_WINDOW.at(at, json));
        }
        String days = lately ? "withinDays" : "beforeDays";
        Object where = map.get("where");
        return new Occurred(
                at,
                which,
                event,
                lately,
                count(at + "." + days, map.get(days), 0, 1),
                where == null ? null : node(at + ".where", where, depth + 1));
    }

    private void known(String at, Map<?, ?> map, Set<String> keys) {
        for (Object key : map.keySet()) {
            if (!(key instanceof String word) || !keys.contains(word)) {
                problems.add(
                        Complaint.UNKNOWN_OPERATOR.at(at + "." + key, key, String.valueOf(key)));
            }
        }
    }

    private int count(String at, @Nullable Object value, int otherwise, int least) {
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Number number
                && Values.isWhole(number)
                && number.longValue() >= least
                && number.longValue() <= 100_000) {
            return number.intValue();
        }
        problems.add(Complaint.NOT_A_COUNT.at(at, value));
        return otherwise == 0 ? least : otherwise;
    }

    private Condition field(String at, String path, @Nullable Object json, int depth) {
        if (!(json instanceof Map<?, ?> map) || !isOperators(map)) {
            return new Field(at, path, new Check.Same(json));
        }
        List<Condition> parts = new ArrayList<>();
        map.forEach((operator, operand) ->
                parts.add(operator(at, path, String.valueOf(operator), operand, depth)));
        return parts.size() == 1 ? parts.getFirst() : new All(at, parts);
    }

    private static boolean isOperators(Map<?, ?> map) {
        return !map.isEmpty()
                && map.keySet().stream().allMatch(key -> String.valueOf(key).startsWith("$"));
    }

    private Condition operator(
            String parent, String path, String operator, @Nullable Object operand, int depth) {
        String at = parent + "." + operator;
        if (operator.equals("$not")) {
            return new Not(at, field(at, path, operand, depth + 1));
        }
        Check check =
                switch (operator) {
                    case "$size" -> new Check.Size(field(at, "", operand, depth + 1));
                    case "$elemMatch" -> new Check.AnyElement(element(at, operand, depth));
                    default -> Operators.read(operator, operand);
                };
        if (check instanceof Check.Never) {
            problems.add(Operators.complain(at, operator, operand));
        } else if (check instanceof Check.Matches matches && Operators.isBroken(matches)) {
            problems.add(Complaint.BROKEN_PATTERN.at(at, matches.pattern()));
        }
        return new Field(at, path, check);
    }

    private Condition element(String at, @Nullable Object operand, int depth) {
        return operand instanceof Map<?, ?> map && isOperators(map) && !isGroups(map)
                ? field(at, "", operand, depth + 1)
                : node(at, operand, depth + 1);
    }

    private static boolean isGroups(Map<?, ?> map) {
        return map.keySet().stream()
                .anyMatch(key -> Set.of("$and", "$or", "$nor").contains(String.valueOf(key)));
    }

    private Condition never(String at, String operator, @Nullable Object operand, Problem problem) {
        problems.add(problem);
        return new Field(at, "", new Check.Never(operator, operand));
    }
}

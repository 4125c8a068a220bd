package dev.waystation.condition;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** The operators of one value, from their written form. */
final class Operators {

    static final Set<String> TYPES =
            Set.of("string", "number", "boolean", "array", "object", "null");

    private static final Set<String> NEAR_KEYS =
            Set.of("latitude", "longitude", "metres", "zh", "en");

    private Operators() {}

    static Check read(String operator, @Nullable Object operand) {
        Check never = new Check.Never(operator, operand);
        return switch (operator) {
            case "$eq" -> new Check.Compare(Comparison.EQUAL, operand);
            case "$ne" -> new Check.Compare(Comparison.NOT_EQUAL, operand);
            case "$gt" -> new Check.Compare(Comparison.GREATER, operand);
            case "$gte" -> new Check.Compare(Comparison.AT_LEAST, operand);
            case "$lt" -> new Check.Compare(Comparison.LESS, operand);
            case "$lte" -> new Check.Compare(Comparison.AT_MOST, operand);
            case "$in" -> operand instanceof List<?> l ? new Check.OneOf(l, false, false) : never;
            case "$nin" -> operand instanceof List<?> l ? new Check.OneOf(l, true, false) : never;
            case "$ini" -> operand instanceof List<?> l ? new Check.OneOf(l, false, true) : never;
            case "$nini" -> operand instanceof List<?> l ? new Check.OneOf(l, true, true) : never;
            case "$all" -> operand instanceof List<?> l ? new Check.HasAll(l, false) : never;
            case "$alli" -> operand instanceof List<?> l ? new Check.HasAll(l, true) : never;
            case "$exists" -> operand instanceof Boolean b ? new Check.Exists(b) : never;
            case "$type" ->
                    operand instanceof String s && TYPES.contains(s) ? new Check.TypeIs(s) : never;
            case "$regex" -> operand instanceof String s ? new Check.Matches(s, false) : never;
            case "$regexi" -> operand instanceof String s ? new Check.Matches(s, true) : never;
            case "$near" -> operand instanceof Map<?, ?> map ? near(map, never) : never;
            case "$inGroup" -> operand instanceof String s ? new Check.InGroup(s, false) : never;
            case "$notInGroup" -> operand instanceof String s ? new Check.InGroup(s, true) : never;
            case "$veq" -> version(Comparison.EQUAL, operand, never);
            case "$vne" -> version(Comparison.NOT_EQUAL, operand, never);
            case "$vgt" -> version(Comparison.GREATER, operand, never);
            case "$vgte" -> version(Comparison.AT_LEAST, operand, never);
            case "$vlt" -> version(Comparison.LESS, operand, never);
            case "$vlte" -> version(Comparison.AT_MOST, operand, never);
            default -> never;
        };
    }

    private static Check version(Comparison comparison, @Nullable Object operand, Check never) {
        return operand instanceof String s ? new Check.Version(comparison, s) : never;
    }

    private static Check near(Map<?, ?> map, Check never) {
        if (!NEAR_KEYS.containsAll(map.keySet())
                || !(map.get("latitude") instanceof Number north)
                || !(map.get("longitude") instanceof Number east)
                || !(map.get("metres") instanceof Number metres)
                || !Values.isWhole(metres)) {
            return never;
        }
        try {
            Circle circle =
                    Circle.around(
                            north.doubleValue(),
                            east.doubleValue(),
                            Math.toIntExact(metres.longValue()));
            Phrase point = Phrase.same(circle.degreesNorth() + ", " + circle.degreesEast());
            return new Check.Near(
                    circle,
                    new Phrase(
                            map.get("zh") instanceof String zh ? zh : point.zh(),
                            map.get("en") instanceof String en ? en : point.en()));
        } catch (IllegalArgumentException | ArithmeticException nowhere) {
            return never;
        }
    }

    /** The operator a check is written as. */
    static String written(Check check) {
        return switch (check) {
            case Check.Same ignored -> "$eq";
            case Check.Compare compare -> "$" + compare.comparison().word();
            case Check.OneOf in -> (in.negated() ? "$nin" : "$in") + (in.ignoringCase() ? "i" : "");
            case Check.HasAll all -> all.ignoringCase() ? "$alli" : "$all";
            case Check.Exists ignored -> "$exists";
            case Check.TypeIs ignored -> "$type";
            case Check.Size ignored -> "$size";
            case Check.AnyElement ignored -> "$elemMatch";
            case Check.Matches matches -> matches.ignoringCase() ? "$regexi" : "$regex";
            case Check.Version version -> "$v" + version.comparison().word();
            case Check.Near ignored -> "$near";
            case Check.InGroup group -> group.negated() ? "$notInGroup" : "$inGroup";
            case Check.Never never -> never.operator();
        };
    }

    static boolean isBroken(Check.Matches matches) {
        try {
            Pattern.compile(matches.pattern());
            return false;
        } catch (PatternSyntaxException broken) {
            return true;
        }
    }

    static Problem complain(String at, String operator, @Nullable Object operand) {
        return switch (operator) {
            case "$in", "$nin", "$ini", "$nini", "$all", "$alli" ->
                    Complaint.NOT_A_LIST.at(at, operand);
            case "$exists" ->
                    Complaint.WRONG_OPERAND.at(
                            at, operand, new Phrase("true 或 false", "true or false"));
            case "$type" ->
                    Complaint.WRONG_OPERAND.at(
                            at,
                            operand,
                            new Phrase("类型名之一 " + TYPES, "one of the type names " + TYPES));
            case "$near" ->
                    Complaint.WRONG_OPERAND.at(
                            at,
                            operand,
                            new Phrase(
                                    "latitude（−90 到 90）、longitude（−180 到 180）、metres（100 到 100000），"
                                            + "可加名称 zh、en",
                                    "latitude (−90 to 90), longitude (−180 to 180), metres (100 to"
                                            + " 100000), and its names as zh and en if you like"));
            case "$regex",
                    "$regexi",
                    "$inGroup",
                    "$notInGroup",
                    "$veq",
                    "$vne",
                    "$vgt",
                    "$vgte",
                    "$vlt",
                    "$vlte" ->
                    Complaint.WRONG_OPERAND.at(at, operand, new Phrase("一段文字", "a text"));
            default -> Complaint.UNKNOWN_OPERATOR.at(at, operator, operator);
        };
    }
}

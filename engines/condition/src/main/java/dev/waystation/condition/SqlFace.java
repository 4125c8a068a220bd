package dev.waystation.condition;

import dev.waystation.condition.Condition.All;
import dev.waystation.condition.Condition.Any;
import dev.waystation.condition.Condition.Did;
import dev.waystation.condition.Condition.Field;
import dev.waystation.condition.Condition.Not;
import dev.waystation.condition.Condition.Occurred;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Compiles a condition to a boolean SQL expression with named parameters. Every leaf is written so
 * that it is true or false, never null: only then do {@code not}, {@code and}, {@code or} mean in
 * SQL what they mean here.
 */
public final class SqlFace {

    /** A boolean expression and the values of its {@code :c0, :c1 ...}. */
    public record Where(String text, Map<String, Object> parameters) {}

    private record Scope(
            Function<String, Optional<Attribute>> attributes, Map<String, String> columns) {}

    private final Attributes attributes;
    private final SqlNames names;
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final List<Problem> refusals = new ArrayList<>();

    private SqlFace(Attributes attributes, SqlNames names) {
        this.attributes = attributes;
        this.names = names;
    }

    /** The expression, or every reason against it. The condition must fit the catalogue. */
    public static Face<Where> compile(Condition condition, Attributes attributes, SqlNames names) {
        SqlFace face = new SqlFace(attributes, names);
        String text = face.node(condition, new Scope(attributes::find, names.columns()));
        return face.refusals.isEmpty()
                ? new Face.Carried<>(new Where(text, Map.copyOf(face.parameters)))
                : new Face.Refused<>(face.refusals);
    }

    private String node(Condition condition, Scope scope) {
        return switch (condition) {
            case All all -> group(all.parts(), scope, " and ");
            case Any any -> group(any.parts(), scope, " or ");
            case Not not -> "not " + node(not.part(), scope);
            case Did did -> did(did);
            case Occurred it -> occurred(it);
            case Field field -> field(field, scope);
        };
    }

    private String group(List<Condition> parts, Scope scope, String joint) {
        return parts.isEmpty()
                ? "true"
                : parts.stream()
                        .map(part -> node(part, scope))
                        .collect(Collectors.joining(joint, "(", ")"));
    }

    private String did(Did did) {
        SqlNames.Rows rows = names.happenings().get(did.event());
        if (rows == null || attributes.happening(did.event()).isEmpty()) {
            return noRows(did.at(), did.event());
        }
        String counted = counted(did, rows);
        String sign = did.negated() ? "<" : ">=";
        String often = "%s %s %s".formatted(counted, sign, value((long) did.atLeast()));
        return did.share() == 0
                ? often
                : "(%s %s 100 * %s %s %s * %s)"
                        .formatted(
                                often,
                                did.negated() ? "or" : "and",
                                counted,
                                sign,
                                value((long) did.share()),
                                counted(did.all(), rows));
    }

    private String counted(Did did, SqlNames.Rows rows) {
        String window =
                did.withinDays() == 0
                        ? ""
                        : " and %s > %s - cast(%s as integer)"
                                .formatted(rows.day(), rows.today(), value(did.withinDays()));
        return "(select count(*) "
                + rows.from()
                + window
                + where(did.event(), did.where(), rows)
                + ")";
    }

    /** Whoever never did has no such day, and the answer is false, not null. */
    private String occurred(Occurred it) {
        SqlNames.Rows rows = names.happenings().get(it.event());
        if (rows == null || attributes.happening(it.event()).isEmpty()) {
            return noRows(it.at(), it.event());
        }
        return "coalesce((select %s(%s) %s%s) %s %s - cast(%s as integer), false)"
                .formatted(
                        it.which() == Occurred.Which.FIRST ? "min" : "max",
                        rows.day(),
                        rows.from(),
                        where(it.event(), it.where(), rows),
                        it.lately() ? ">" : "<=",
                        rows.today(),
                        value(it.days()));
    }

    private String where(String event, @Nullable Condition where, SqlNames.Rows rows) {
        return where == null
                ? ""
                : " and "
                        + node(
                                where,
                                new Scope(
                                        attributes.happening(event).orElseThrow()::property,
                                        rows.columns()));
    }

    private String noRows(String at, String event) {
        return refuse(
                at, event, new Phrase("数据库没有记录这种行为", "the database keeps no rows of this event"));
    }

    private String field(Field field, Scope scope) {
        String column = scope.columns().get(field.path());
        Attribute attribute = scope.attributes().apply(field.path()).orElse(null);
        if (column == null || attribute == null) {
            return refuse(
                    field.at(),
                    field.path(),
                    new Phrase("数据库没有这一列", "the database has no such column"));
        }
        return check(field.at(), field.check(), attribute, column);
    }

    private String check(String at, Check check, Attribute attribute, String column) {
        return switch (check) {
            case Check.Exists exists ->
                    attribute.kind() == Kind.TEXTS
                            ? String.valueOf(exists.wanted())
                            : column + (exists.wanted() ? " is not null" : " is null");
            case Check.Same same -> known(column, "=", same.value());
            case Check.Compare compare -> compare(column, compare);
            case Check.OneOf oneOf when attribute.kind() == Kind.TEXTS ->
                    shared(at, oneOf, attribute, column);
            case Check.OneOf oneOf when !oneOf.ignoringCase() ->
                    among(column, oneOf.values(), oneOf.negated());
            case Check.HasAll all when !all.ignoringCase() ->
                    "%s @> %s".formatted(column, array(all.values()));
            case Check.Size size ->
                    inner(size.length(), "cardinality(" + column + ")", Kind.WHOLE, attribute);
            case Check.AnyElement any ->
                    "exists (select 1 from unnest(%s) as element(value) where %s)"
                            .formatted(
                                    column,
                                    inner(any.element(), "element.value", Kind.TEXT, attribute));
            case Check.Near near -> near(column, near.circle());
            default -> enumerated(at, check, attribute, column);
        };
    }

    private String inner(Condition condition, String column, Kind kind, Attribute attribute) {
        Attribute element =
                new Attribute(
                        "",
                        attribute.label(),
                        kind,
                        kind == Kind.TEXT ? attribute.values() : List.of(),
                        attribute.unit(),
                        attribute.hundredths(),
                        Map.of(),
                        attribute.names());
        return node(condition, new Scope(name -> Optional.of(element), Map.of("", column)));
    }

    /**
     * Row by row of cells, how far the circle reaches there; all numbers come from the engine. Out
     * of its rows an array has nothing, but there the comparison before it is false already.
     */
    private static String near(String column, Circle circle) {
        int first = circle.firstRow();
        int last = circle.lastRow();
        String reaches =
                IntStream.rangeClosed(first, last)
                        .mapToObj(row -> String.valueOf(circle.reach(row)))
                        .collect(Collectors.joining(","));
        String row = "(%s / %d - %d)".formatted(column, Cell.STRIDE, Cell.ROWS);
        String apart =
                "abs((mod(%s, %d) - %d) * 1000 - (%d))"
                        .formatted(column, Cell.STRIDE, Cell.COLUMNS, circle.longitude());
        return ("(%s is not null and %s between (%d) and (%d) and least(%s, 360000000 - %s) <="
                        + " (cast('{%s}' as bigint[]))[%s - (%d)])")
                .formatted(column, row, first, last, apart, apart, reaches, row, first - 1);
    }

    private String shared(String at, Check.OneOf oneOf, Attribute attribute, String column) {
        if (oneOf.ignoringCase()) {
            return enumerated(at, oneOf, attribute, column);
        }
        String overlap = "%s && %s".formatted(column, array(oneOf.values()));
        return oneOf.negated() ? "not (" + overlap + ")" : "(" + overlap + ")";
    }

    /**
     * Patterns, versions and letter case mean other things in the database. Where the values are a
     * closed list the answer for each is known now, and the database only compares.
     */
    private String enumerated(String at, Check check, Attribute attribute, String column) {
        if (attribute.values().isEmpty() || attribute.kind() != Kind.TEXT) {
            return refuse(
                    at,
                    Operators.written(check),
                    new Phrase(
                            "数据库对这个运算的理解不同", "the database understands this operator differently"));
        }
        Evaluator evaluator = Evaluator.declared();
        List<String> passing =
                attribute.codes().stream().filter(code -> evaluator.check(check, code)).toList();
        String among = among(column, passing, false);
        return evaluator.check(check, null) ? "(%s is null or %s)".formatted(column, among) : among;
    }

    private String compare(String column, Check.Compare compare) {
        return switch (compare.comparison()) {
            case EQUAL -> known(column, "=", compare.value());
            case NOT_EQUAL -> "(%s is distinct from %s)".formatted(column, value(compare.value()));
            case GREATER -> known(column, ">", compare.value());
            case AT_LEAST -> known(column, ">=", compare.value());
            case LESS -> known(column, "<", compare.value());
            case AT_MOST -> known(column, "<=", compare.value());
        };
    }

    private String known(String column, String sign, @Nullable Object value) {
        return "(%s is not null and %s %s %s)".formatted(column, column, sign, value(value));
    }

    private String among(String column, List<?> values, boolean negated) {
        if (values.isEmpty()) {
            return String.valueOf(negated);
        }
        String list = list(values);
        return negated
                ? "(%s is null or %s not in (%s))".formatted(column, column, list)
                : "(%s is not null and %s in (%s))".formatted(column, column, list);
    }

    private String array(List<?> values) {
        return "array[" + list(values) + "]::text[]";
    }

    private String list(List<?> values) {
        return values.stream().map(this::value).collect(Collectors.joining(", "));
    }

    private String value(@Nullable Object value) {
        if (value == null) {
            throw new IllegalArgumentException("null is never a value after the type check");
        }
        String name = "c" + parameters.size();
        parameters.put(name, value instanceof Integer whole ? Long.valueOf(whole) : value);
        return ":" + name;
    }

    private String refuse(String at, String value, Phrase reason) {
        refusals.add(
                Complaint.NOT_CARRIED.at(
                        at, value, reason, new Phrase("换一个运算", "use another operator")));
        return "false";
    }
}

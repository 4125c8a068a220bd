package dev.waystation.condition;

import dev.waystation.condition.Condition.All;
import dev.waystation.condition.Condition.Any;
import dev.waystation.condition.Condition.Did;
import dev.waystation.condition.Condition.Field;
import dev.waystation.condition.Condition.Not;
import dev.waystation.condition.Condition.Occurred;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds a condition against the catalogue: names, operators and values must fit what is declared.
 */
public final class TypeCheck {

    private final Attributes attributes;
    private final List<Problem> problems = new ArrayList<>();

    private TypeCheck(Attributes attributes) {
        this.attributes = attributes;
    }

    /** Every misfit, in the order of the text; empty when the condition can be compiled. */
    public static List<Problem> problems(Condition condition, Attributes attributes) {
        TypeCheck check = new TypeCheck(attributes);
        check.node(condition, attributes::find, attributes.all());
        return List.copyOf(check.problems);
    }

    /** Reads the JSON form and holds it against the catalogue, refusing with everything found. */
    public static Condition parse(@Nullable Object json, Attributes attributes) {
        ConditionReader.Reading reading = ConditionReader.read(json);
        List<Problem> all = new ArrayList<>(reading.problems());
        all.addAll(problems(reading.condition(), attributes));
        if (!all.isEmpty()) {
            throw new MalformedCondition(all);
        }
        return reading.condition();
    }

    private interface Names {
        Optional<Attribute> find(String name);
    }

    private void node(Condition condition, Names names, List<Attribute> known) {
        switch (condition) {
            case All all -> all.parts().forEach(part -> node(part, names, known));
            case Any any -> any.parts().forEach(part -> node(part, names, known));
            case Not not -> node(not.part(), names, known);
            case Field field -> field(field, names, known);
            case Did did -> did(did.at(), did.event(), did.where());
            case Occurred it -> did(it.at(), it.event(), it.where());
        }
    }

    private void did(String at, String event, @Nullable Condition where) {
        Optional<Happening> happening = attributes.happening(event);
        if (happening.isEmpty()) {
            List<String> events = attributes.happenings().stream().map(Happening::event).toList();
            problems.add(
                    Complaint.UNKNOWN_EVENT.at(
                            at + ".event", event, event, nearest(event, events)));
        } else if (where != null) {
            node(where, happening.get()::property, happening.get().properties());
        }
    }

    private void field(Field field, Names names, List<Attribute> known) {
        if (field.check() instanceof Check.Never) {
            return; // reported when it was read
        }
        Optional<Attribute> found = names.find(field.path());
        if (found.isEmpty()) {
            List<String> all = known.stream().map(Attribute::name).toList();
            problems.add(
                    Complaint.UNKNOWN_ATTRIBUTE.at(
                            field.at(), field.path(), field.path(), nearest(field.path(), all)));
            return;
        }
        Attribute attribute = found.get();
        String operator = Operators.written(field.check());
        if (!attribute.kind().operators().contains(operator)) {
            problems.add(
                    Complaint.OPERATOR_DOES_NOT_FIT.at(
                            field.at(),
                            operator,
                            new Phrase(attribute.label().zh(), attribute.name()),
                            attribute.kind().operators()));
            return;
        }
        values(field, attribute);
    }

    private void values(Field field, Attribute attribute) {
        switch (field.check()) {
            case Check.Same same -> value(field.at(), attribute, same.value(), false);
            case Check.Compare compare -> value(field.at(), attribute, compare.value(), false);
            case Check.OneOf oneOf ->
                    each(field.at(), attribute, oneOf.values(), oneOf.ignoringCase());
            case Check.HasAll all -> each(field.at(), attribute, all.values(), all.ignoringCase());
            case Check.Size size ->
                    inner(size.length(), Attribute.of("", Kind.WHOLE, "数量", "size"));
            case Check.AnyElement any -> inner(any.element(), elementOf(attribute));
            default -> {}
        }
    }

    private void inner(Condition condition, Attribute attribute) {
        node(
                condition,
                name -> name.isEmpty() ? Optional.of(attribute) : Optional.empty(),
                List.of(attribute));
    }

    private static Attribute elementOf(Attribute attribute) {
        return new Attribute(
                "",
                attribute.label(),
                Kind.TEXT,
                attribute.values(),
                attribute.unit(),
                false,
                Map.of(),
                attribute.names());
    }

    private void each(String at, Attribute attribute, List<?> values, boolean ignoringCase) {
        for (int i = 0; i < values.size(); i++) {
            value(at + "." + i, attribute, values.get(i), ignoringCase);
        }
    }

    private void value(
            String at, Attribute attribute, @Nullable Object value, boolean ignoringCase) {
        boolean fits =
                switch (attribute.kind()) {
                    case WHOLE -> value instanceof Number number && Values.isWhole(number);
                    case FLAG -> value instanceof Boolean;
                    case TEXT, TEXTS ->
                            value instanceof String text && allowed(attribute, text, ignoringCase);
                    case PLACE -> false;
                };
        if (!fits) {
            problems.add(
                    Complaint.VALUE_DOES_NOT_FIT.at(
                            at,
                            value,
                            new Phrase(attribute.label().zh(), attribute.name()),
                            wanted(attribute)));
        }
    }

    private static Phrase wanted(Attribute attribute) {
        Kind kind = attribute.kind();
        return attribute.values().isEmpty()
                ? new Phrase(
                        "应为" + kind.label().zh() + "，例如 " + kind.example(),
                        "give " + kind.label().en() + ", for example " + kind.example())
                : new Phrase("可选值：" + attribute.codes(), "use one of " + attribute.codes());
    }

    private static boolean allowed(Attribute attribute, String text, boolean ignoringCase) {
        return attribute.values().isEmpty()
                || attribute.codes().stream()
                        .anyMatch(ignoringCase ? text::equalsIgnoreCase : text::equals);
    }

    private static String nearest(String name, List<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(candidate -> distance(name, candidate)))
                .orElse("?");
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int swap =
                        diagonal
                                + (Character.toLowerCase(a.charAt(i - 1))
                                                == Character.toLowerCase(b.charAt(j - 1))
                                        ? 0
                                        : 1);
                row[j] = Math.min(swap, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}

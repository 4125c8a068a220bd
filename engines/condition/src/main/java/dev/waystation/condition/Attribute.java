package dev.waystation.condition;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One declared attribute: its name in conditions, its type and the words people know it by.
 *
 * @param values the closed list of allowed texts with their labels, or empty for any
 * @param unit written after a number, or empty phrases
 * @param hundredths whether numbers are stored in hundredths of the unit, as money is in fen
 * @param says wordings per operator that sound better than the general ones, with {@code {v}} for
 *     the value: {@code $gte -> 年满 {v} 岁 / aged {v} or over}
 * @param names what people call a text that is in no closed list
 */
public record Attribute(
        String name,
        Phrase label,
        Kind kind,
        List<Value> values,
        Phrase unit,
        boolean hundredths,
        Map<String, Phrase> says,
        Function<String, Optional<Phrase>> names) {

    /** An allowed value and what people call it. */
    public record Value(String code, Phrase label) {}

    public Attribute {
        values = List.copyOf(values);
        says = Map.copyOf(says);
    }

    /** An attribute without a closed list, unit or wording of its own. */
    public static Attribute of(String name, Kind kind, String zh, String en) {
        return new Attribute(
                name,
                new Phrase(zh, en),
                kind,
                List.of(),
                new Phrase("", ""),
                false,
                Map.of(),
                _ -> Optional.empty());
    }

    /** The same attribute with a unit. */
    public Attribute in(String zh, String en) {
        return new Attribute(
                name, label, kind, values, new Phrase(zh, en), hundredths, says, names);
    }

    /** The same attribute as money: compared in fen, said in yuan. */
    public Attribute money() {
        return new Attribute(name, label, kind, values, new Phrase("元", "yuan"), true, says, names);
    }

    /** The same attribute with a closed list of values. */
    public Attribute oneOf(List<Value> closed) {
        return new Attribute(name, label, kind, closed, unit, hundredths, says, names);
    }

    /** The same attribute, open, whose texts are codes that somebody has names for. */
    public Attribute called(Function<String, Optional<Phrase>> known) {
        return new Attribute(name, label, kind, values, unit, hundredths, says, known);
    }

    /**
     * The same attribute without its closed list, whose values keep their names: for conditions
     * that were checked when they were made and outlive a value.
     */
    public Attribute open() {
        Map<String, Phrase> labels = new java.util.HashMap<>();
        values.forEach(value -> labels.put(value.code(), value.label()));
        return values.isEmpty()
                ? this
                : oneOf(List.of()).called(code -> Optional.ofNullable(labels.get(code)));
    }

    /** The same attribute with a wording of its own for one operator. */
    public Attribute saying(String operator, String zh, String en) {
        Map<String, Phrase> more = new java.util.HashMap<>(says);
        more.put(operator, new Phrase(zh, en));
        return new Attribute(name, label, kind, values, unit, hundredths, more, names);
    }

    /** The allowed codes. */
    public List<String> codes() {
        return values.stream().map(Value::code).toList();
    }

    /** A value as people read it, with its unit. */
    public Phrase say(@Nullable Object value) {
        return Wording.value(this, value);
    }

    Phrase labelOf(Object value) {
        return values.stream()
                .filter(allowed -> allowed.code().equals(value))
                .map(Value::label)
                .findFirst()
                .or(() -> value instanceof String code ? names.apply(code) : Optional.empty())
                .orElseGet(() -> Phrase.same(hundredths ? amount(value) : value));
    }

    private static Object amount(Object value) {
        if (!(value instanceof Number number) || !Values.isWhole(number)) {
            return value;
        }
        BigDecimal amount = BigDecimal.valueOf(number.longValue(), 2);
        boolean round = number.longValue() % 100 == 0;
        return String.format(Locale.ROOT, round ? "%,.0f" : "%,.2f", amount);
    }
}

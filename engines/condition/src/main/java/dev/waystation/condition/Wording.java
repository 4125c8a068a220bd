package dev.waystation.condition;

import dev.waystation.condition.Condition.Did;
import dev.waystation.condition.Condition.Field;
import dev.waystation.condition.Condition.Occurred;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says one leaf. English leaves are relative clauses ("who are 60 or older", "whose city is
 * Wuhan"), Chinese ones are attributive ("年满 60 岁"), so that a sentence can string them together.
 */
final class Wording {

    private static final Phrase EVER = new Phrase("", "");

    private final @Nullable Attributes attributes;

    Wording(@Nullable Attributes attributes) {
        this.attributes = attributes;
    }

    Phrase say(Field field) {
        return say(attribute(field.path()), field.check());
    }

    Attribute attribute(String path) {
        return Optional.ofNullable(attributes)
                .flatMap(known -> known.find(path))
                .orElseGet(() -> Attribute.of(path, Kind.TEXT, path, path));
    }

    Optional<Happening> happening(String event) {
        return Optional.ofNullable(attributes).flatMap(known -> known.happening(event));
    }

    Phrase say(Did did) {
        Optional<Happening> known = happening(did.event());
        Phrase done = known.map(Happening::done).orElseGet(() -> Phrase.same(did.event()));
        Phrase counted = known.map(Happening::counted).orElse(new Phrase("次", "times"));
        Phrase window =
                did.withinDays() == 0
                        ? EVER
                        : new Phrase("{d} 天内", " in the last {d} days").with("d", did.withinDays());
        Phrase where = where(did.where(), known.orElse(null));
        if (did.negated() && did.atLeast() == 1 && did.share() == 0) {
            return new Phrase("{w}没有{done}{q}", "who have not {done}{q}{w}")
                    .with("w", window)
                    .with("done", done)
                    .with("q", where);
        }
        Phrase template =
                did.share() > 0
                        ? share(did.negated()).with("s", did.share())
                        : did.negated()
                                ? new Phrase(
                                        "{w}{done}不到 {n} {c}{q}", "who {done} under {n} {c}{q}{w}")
                                : new Phrase(
                                        "{w}{done}至少 {n} {c}{q}",
                                        "who {done} at least {n} {c}{q}{w}");
        Phrase times =
                did.atLeast() == 1 && counted.en().equals("times")
                        ? new Phrase(counted.zh(), "time")
                        : counted;
        return template.with("w", window)
                .with("done", done)
                .with("n", did.atLeast())
                .with("c", times)
                .with("q", where);
    }

    private static Phrase share(boolean negated) {
        return negated
                ? new Phrase(
                        "{w}{done}不到 {n} {c}或不到全部的 {s}%{q}",
                        "who {done} under {n} {c} or under {s}% of all{q}{w}")
                : new Phrase(
                        "{w}{done}至少 {n} {c}且占全部的至少 {s}%{q}",
                        "who {done} at least {n} {c} and at least {s}% of all{q}{w}");
    }

    Phrase say(Occurred it) {
        Optional<Happening> known = happening(it.event());
        boolean first = it.which() == Occurred.Which.FIRST;
        Phrase which = first ? new Phrase("首次", "first") : new Phrase("最近一次", "last");
        Phrase template =
                it.lately()
                        ? new Phrase(
                                "{o}{done}{q}在 {d} 天内", "who {o} {done}{q} in the last {d} days")
                        : new Phrase(
                                "{o}{done}{q}在 {d} 天前或更早",
                                "who {o} {done}{q} {d} or more days ago");
        return template.with("o", which)
                .with("done", known.map(Happening::done).orElseGet(() -> Phrase.same(it.event())))
                .with("q", where(it.where(), known.orElse(null)))
                .with("d", it.days());
    }

    private static Phrase where(@Nullable Condition where, @Nullable Happening happening) {
        if (where == null) {
            return EVER;
        }
        Attributes properties =
                new Attributes(happening == null ? List.of() : happening.properties(), List.of());
        Phrase inner = Sentence.clause(where, properties);
        return new Phrase("（" + inner.zh() + "）", " (" + inner.en() + ")");
    }

    private static Phrase say(Attribute attribute, Check check) {
        return switch (check) {
            case Check.Same same -> compare(attribute, Comparison.EQUAL, same.value());
            case Check.Compare compare -> compare(attribute, compare.comparison(), compare.value());
            case Check.OneOf oneOf -> oneOf(attribute, oneOf);
            case Check.HasAll all ->
                    template(attribute, "$all", "同时有{label}{v}", "with {label} {v}")
                            .with("v", list(attribute, all.values(), "和", "and"));
            case Check.Exists exists ->
                    exists.wanted()
                            ? template(attribute, "$exists", "已知{label}", "whose {label} is known")
                            : template(
                                    attribute, "$missing", "{label}未知", "whose {label} is unknown");
            case Check.TypeIs type ->
                    template(attribute, "$type", "{label}的类型是 {v}", "whose {label} is of type {v}")
                            .with("v", type.type());
            case Check.Size size -> {
                Phrase inner = inner(size.length(), new Phrase("数量", "count"));
                yield template(attribute, "$size", "{label}的{v}", "with {label} {v}")
                        .with("v", inner);
            }
            case Check.AnyElement any ->
                    template(attribute, "$elemMatch", "某个{v}", "with some {v}")
                            .with("v", inner(any.element(), attribute.label()));
            case Check.Matches matches ->
                    template(attribute, "$regex", "{label}符合 {v}", "whose {label} matches {v}")
                            .with("v", matches.pattern());
            case Check.Version version ->
                    compare(attribute, version.comparison(), version.version());
            case Check.Near near -> near(near.place(), near.circle().metres());
            case Check.InGroup group ->
                    group.negated()
                            ? template(
                                            attribute,
                                            "$notInGroup",
                                            "{label}不在名单 {v} 里",
                                            "whose {label} is not in list {v}")
                                    .with("v", group.group())
                            : template(
                                            attribute,
                                            "$inGroup",
                                            "{label}在名单 {v} 里",
                                            "whose {label} is in list {v}")
                                    .with("v", group.group());
            case Check.Never never ->
                    new Phrase(
                            "（无法理解：" + never.operator() + "）",
                            "(not understood: " + never.operator() + ")");
        };
    }

    private static Phrase near(Phrase place, int metres) {
        Phrase far =
                metres % 1_000 == 0
                        ? new Phrase("{n} 公里", "{n} km").with("n", metres / 1_000)
                        : new Phrase("{n} 米", "{n} m").with("n", metres);
        return new Phrase("在{p} {d}内", "within {d} of {p}").with("p", place).with("d", far);
    }

    private static Phrase inner(Condition condition, Phrase label) {
        Attribute element = Attribute.of("", Kind.TEXT, label.zh(), label.en());
        Phrase said = Sentence.clause(condition, new Attributes(List.of(element), List.of()));
        return new Phrase(said.zh(), said.en().replaceFirst("^whose ", ""));
    }

    private static Phrase compare(Attribute attribute, Comparison comparison, @Nullable Object v) {
        if (v instanceof Boolean flag) {
            boolean wanted = flag == (comparison == Comparison.EQUAL);
            return wanted
                    ? template(attribute, "true", "{label}", "with {label}")
                    : template(attribute, "false", "非{label}", "without {label}");
        }
        if (v == null) {
            return say(attribute, new Check.Exists(comparison == Comparison.NOT_EQUAL));
        }
        Phrase general =
                switch (comparison) {
                    case EQUAL -> new Phrase("{label}为 {v}", "whose {label} is {v}");
                    case NOT_EQUAL -> new Phrase("{label}不是 {v}", "whose {label} is not {v}");
                    case GREATER -> new Phrase("{label}超过 {v}", "whose {label} is over {v}");
                    case AT_LEAST -> new Phrase("{label}至少 {v}", "whose {label} is at least {v}");
                    case LESS -> new Phrase("{label}不到 {v}", "whose {label} is under {v}");
                    case AT_MOST -> new Phrase("{label}不超过 {v}", "whose {label} is at most {v}");
                };
        Phrase own = attribute.says().get("$" + comparison.word());
        return own == null
                ? general.with("label", attribute.label()).with("v", value(attribute, v))
                : own.with("v", attribute.labelOf(v));
    }

    private static Phrase oneOf(Attribute attribute, Check.OneOf oneOf) {
        Phrase general =
                oneOf.negated()
                        ? template(attribute, "$nin", "{label}不是{v}", "whose {label} is not {v}")
                        : template(attribute, "$in", "{label}是{v}", "whose {label} is {v}");
        return general.with("v", list(attribute, oneOf.values(), "或", "or"));
    }

    private static Phrase template(Attribute attribute, String operator, String zh, String en) {
        Phrase own = attribute.says().get(operator);
        return own != null ? own : new Phrase(zh, en).with("label", attribute.label());
    }

    static Phrase value(Attribute attribute, @Nullable Object value) {
        if (value == null) {
            return new Phrase("未知", "unknown");
        }
        if (value instanceof List<?> list) {
            return list.isEmpty() ? new Phrase("无", "none") : list(attribute, list, "、", "and");
        }
        if (attribute.kind() == Kind.PLACE && value instanceof Long code) {
            Cell cell = Cell.of(code);
            return Phrase.same(cell.latitude() / 1_000.0 + ", " + cell.longitude() / 1_000.0);
        }
        if (value instanceof Boolean flag) {
            return flag ? new Phrase("是", "yes") : new Phrase("否", "no");
        }
        Phrase label = attribute.labelOf(value);
        return attribute.unit().zh().isEmpty()
                ? label
                : new Phrase(
                        label.zh() + " " + attribute.unit().zh(),
                        label.en() + " " + attribute.unit().en());
    }

    private static Phrase list(Attribute attribute, List<?> values, String zh, String en) {
        return new Phrase(
                join(attribute, values, Phrase::zh, "“", "”", zh, zh),
                join(attribute, values, Phrase::en, "", "", ", ", " " + en + " "));
    }

    private static String join(
            Attribute attribute,
            List<?> values,
            Function<Phrase, String> face,
            String open,
            String close,
            String between,
            String last) {
        List<String> said =
                values.stream()
                        .map(v -> open + face.apply(attribute.labelOf(String.valueOf(v))) + close)
                        .toList();
        if (said.size() < 2) {
            return String.join("", said);
        }
        return said.stream().limit(said.size() - 1L).collect(Collectors.joining(between))
                + last
                + said.getLast();
    }
}

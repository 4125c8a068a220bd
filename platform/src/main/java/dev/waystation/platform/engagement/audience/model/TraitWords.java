package dev.waystation.platform.engagement.audience.model;

import dev.waystation.condition.Attribute;
import dev.waystation.condition.Attributes;
import dev.waystation.condition.ConditionReader;
import dev.waystation.condition.Happening;
import dev.waystation.condition.Kind;
import dev.waystation.condition.Phrase;
import dev.waystation.condition.Sentence;
import dev.waystation.platform.foundation.edge.Said;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Computed traits in the words of conditions and of people. */
public final class TraitWords {

    private TraitWords() {}

    /** The attribute; empty while its event or property is not known. */
    public static Optional<Attribute> attribute(ComputedTrait trait, Attributes catalogue) {
        String name = trait.attribute();
        String zh = trait.name().zh();
        String en = trait.name().en();
        return switch (trait.function()) {
            case COUNT -> Optional.of(Attribute.of(name, Kind.WHOLE, zh, en).in("次", "times"));
            case DISTINCT -> Optional.of(Attribute.of(name, Kind.WHOLE, zh, en).in("种", "kinds"));
            case SCORE ->
                    Optional.of(
                            Attribute.of(name, Kind.TEXT, zh, en)
                                    .oneOf(
                                            trait.levels().stream()
                                                    .map(level ->
                                                            Vocabulary.value(
                                                                    level.code(),
                                                                    level.label().zh(),
                                                                    level.label().en()))
                                                    .toList()));
            case FIRST, LAST, SUM, MOST ->
                    trait.property() == null
                            ? Optional.of(
                                    Attribute.of(name, Kind.WHOLE, "距" + zh, "time since " + en)
                                            .in("天", "days"))
                            : property(trait, catalogue)
                                    .map(of ->
                                            new Attribute(
                                                    name,
                                                    new Phrase(zh, en),
                                                    of.kind(),
                                                    of.values(),
                                                    of.unit(),
                                                    of.hundredths(),
                                                    Map.of(),
                                                    of.names()));
        };
    }

    /** The property of the event it looks at. */
    public static Optional<Attribute> property(ComputedTrait trait, Attributes catalogue) {
        return catalogue
                .happening(trait.sources().getFirst().event())
                .flatMap(happening ->
                        happening.properties().stream()
                                .filter(each -> each.name().equals(trait.property()))
                                .filter(each -> each.kind() != Kind.PLACE)
                                .findFirst());
    }

    /** How it is worked out, as a sentence; a score says its formula. */
    public static Said say(ComputedTrait trait, Attributes catalogue) {
        Phrase sources = sources(trait, catalogue);
        Phrase property =
                property(trait, catalogue).map(Attribute::label).orElse(new Phrase("日期", "day"));
        Phrase window =
                trait.withinDays() == 0
                        ? new Phrase("", "")
                        : new Phrase(
                                trait.withinDays() + " 天内",
                                " in the last " + trait.withinDays() + " days");
        return switch (trait.function()) {
            case FIRST ->
                    said("%s首次%s的%s", "%2$s when one first %1$s%3$s", window, sources, property);
            case LAST ->
                    said("%s最近一次%s的%s", "%2$s when one last %1$s%3$s", window, sources, property);
            case COUNT -> said("%s%s的次数", "how often one %1$s%3$s", window, sources, property);
            case SUM ->
                    said(
                            "%s%s的%s合计",
                            "sum of %2$s whenever one %1$s%3$s", window, sources, property);
            case DISTINCT ->
                    said(
                            "%s%s有几种%s",
                            "how many different values of %2$s whenever one %1$s%3$s",
                            window,
                            sources,
                            property);
            case MOST ->
                    said(
                            "%s%s最多的%s",
                            "most frequent %2$s whenever one %1$s%3$s", window, sources, property);
            case SCORE -> score(trait, sources);
        };
    }

    private static Said score(ComputedTrait trait, Phrase sources) {
        String zh = levels(trait, Said::zh);
        String en = levels(trait, Said::en);
        return new Said(
                "%s；分 = Σ 权重 × 0.5^(天数 ÷ %d)；%s".formatted(sources.zh(), trait.halfLifeDays(), zh),
                "%s; score = Σ weight × 0.5^(days ÷ %d); %s"
                        .formatted(sources.en(), trait.halfLifeDays(), en));
    }

    private static String levels(ComputedTrait trait, Function<Said, String> face) {
        return trait.levels().stream()
                .map(level -> face.apply(level.label()) + " ≥ " + level.atLeast())
                .collect(Collectors.joining(", "));
    }

    /** The parts stand in different orders in the two languages. */
    private static Said said(String zh, String en, Phrase window, Phrase sources, Phrase property) {
        return new Said(
                zh.formatted(window.zh(), sources.zh(), property.zh()),
                en.formatted(sources.en(), property.en(), window.en()));
    }

    private static Phrase sources(ComputedTrait trait, Attributes catalogue) {
        List<Phrase> each =
                trait.sources().stream().map(source -> source(trait, source, catalogue)).toList();
        return new Phrase(
                each.stream().map(Phrase::zh).collect(Collectors.joining("、")),
                each.stream().map(Phrase::en).collect(Collectors.joining(", ")));
    }

    private static Phrase source(
            ComputedTrait trait, ComputedTrait.Source source, Attributes catalogue) {
        Optional<Happening> known = catalogue.happening(source.event());
        Phrase done = known.map(Happening::done).orElse(Phrase.same(source.event()));
        String weight =
                trait.function() == ComputedTrait.Function.SCORE ? " +" + source.weight() : "";
        if (source.where() == null || known.isEmpty()) {
            return new Phrase(done.zh() + weight, done.en() + weight);
        }
        Phrase where =
                Sentence.of(
                        ConditionReader.parse(source.where()),
                        new Attributes(known.get().properties(), List.of()));
        return new Phrase(
                "%s（%s）%s".formatted(done.zh(), where.zh().replaceAll("的会员。$", ""), weight),
                "%s (%s)%s"
                        .formatted(done.en(), where.en().replaceAll("^Members |\\.$", ""), weight));
    }
}

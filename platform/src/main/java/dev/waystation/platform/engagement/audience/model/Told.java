package dev.waystation.platform.engagement.audience.model;

import dev.waystation.audience.Reading;
import dev.waystation.audience.TimeToFlip;
import dev.waystation.condition.Attributes;
import dev.waystation.condition.Condition;
import dev.waystation.condition.Evaluator;
import dev.waystation.condition.Happening;
import dev.waystation.condition.Phrase;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Reason;
import dev.waystation.platform.foundation.edge.Said;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns what the condition engine says into the one shape of every "Why?". */
public final class Told {

    /**
     * Kept for nobody: a recount of all members writes no reasons, they are told when asked for.
     */
    public static final Explanation SET_IN_BULK =
            Explanation.of(new Said("重新计算全部会员时确定。", "Found when all members were counted afresh."));

    private static final Set<String> PLACES =
            Set.of(
                    "fromStation",
                    "toStation",
                    EventWords.VENUE,
                    EventWords.ZONE,
                    EventWords.POSITION);

    private Told() {}

    /** Leaf by leaf, as it stands for the member. */
    public static Explanation why(Condition condition, MemberView member, Attributes catalogue) {
        dev.waystation.condition.Explanation told =
                dev.waystation.condition.Explanation.of(
                        condition, Evaluator.declared(), member.row(catalogue), catalogue);
        List<Reason> reasons = told.leaves().stream().map(Told::reason).toList();
        Said sentence = said(told.sentence());
        return new Explanation(
                told.held()
                        ? new Said("符合：" + sentence.zh(), "Meets: " + sentence.en())
                        : new Said("不符合：" + sentence.zh(), "Does not meet: " + sentence.en()),
                reasons);
    }

    /** As {@link #why}, and for each leaf the deeds behind it and the day it may turn by itself. */
    public static Explanation explain(
            Condition condition, MemberView member, Attributes catalogue) {
        Explanation plain = why(condition, member, catalogue);
        Map<String, Condition> leaves = new HashMap<>();
        collect(condition, leaves);
        List<Reason> reasons =
                plain.reasons().stream()
                        .map(reason -> {
                            Condition leaf = leaves.get(reason.code());
                            return leaf == null ? reason : evident(reason, leaf, member, catalogue);
                        })
                        .toList();
        return new Explanation(plain.sentence(), reasons);
    }

    private static Reason evident(
            Reason reason, Condition leaf, MemberView member, Attributes catalogue) {
        Map<String, Object> values = new HashMap<>(reason.values());
        values.put(
                "evidence",
                member.evidence(leaf).stream()
                        .map(deed ->
                                Map.of(
                                        "event",
                                        deed.event(),
                                        "day",
                                        deed.day().toString(),
                                        "amountMinor",
                                        deed.amountMinor(),
                                        "place",
                                        place(deed, catalogue)))
                        .toList());
        OptionalLong flip =
                TimeToFlip.of(List.of(leaf), Extra::reading)
                        .next(member.times(), member.today().toEpochDay());
        flip.ifPresent(day -> values.put("flipsOn", LocalDate.ofEpochDay(day).toString()));
        return new Reason(reason.code(), reason.held(), reason.text(), values);
    }

    /** Where it happened, as far as it says: stations, venue, zone, position. */
    private static Said place(Deed deed, Attributes catalogue) {
        List<Said> parts =
                catalogue
                        .happening(deed.event())
                        .map(Happening::properties)
                        .orElse(List.of())
                        .stream()
                        .filter(property -> PLACES.contains(property.name()))
                        .filter(property -> deed.property(property.name()) != null)
                        .map(property -> said(property.say(deed.property(property.name()))))
                        .toList();
        return new Said(
                parts.stream().map(Said::zh).collect(Collectors.joining(" · ")),
                parts.stream().map(Said::en).collect(Collectors.joining(" · ")));
    }

    private static void collect(Condition condition, Map<String, Condition> leaves) {
        switch (condition) {
            case Condition.All all -> all.parts().forEach(part -> collect(part, leaves));
            case Condition.Any any -> any.parts().forEach(part -> collect(part, leaves));
            case Condition.Not not -> collect(not.part(), leaves);
            case Condition.Field field -> leaves.put(field.at(), field);
            case Condition.Did did -> leaves.put(did.at(), did);
            case Condition.Occurred it -> leaves.put(it.at(), it);
        }
    }

    private static Reason reason(dev.waystation.condition.Explanation.Leaf leaf) {
        Map<String, Object> values = new HashMap<>();
        values.put("asked", said(leaf.asked()));
        values.put("seen", said(leaf.seen()));
        values.put("change", said(leaf.change()));
        Object value = leaf.value();
        if (value != null) {
            values.put("value", value);
        }
        return new Reason(leaf.at(), leaf.held(), said(leaf.line()), values);
    }

    /** A stored value in the words of its attribute; a day as the day itself. */
    static Optional<Said> value(String name, Object stored, LocalDate today, Attributes catalogue) {
        return catalogue
                .find(name)
                .map(attribute ->
                        Extra.reading(name) == Reading.DAYS_SINCE && stored instanceof Long day
                                ? Said.same(LocalDate.ofEpochDay(day).toString())
                                : said(
                                        attribute.say(
                                                Extra.value(
                                                        name,
                                                        Map.of(name, stored),
                                                        today.toEpochDay()))));
    }

    public static Said said(Phrase phrase) {
        return new Said(phrase.zh(), phrase.en());
    }
}

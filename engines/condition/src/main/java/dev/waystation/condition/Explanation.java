package dev.waystation.condition;

import dev.waystation.condition.Condition.All;
import dev.waystation.condition.Condition.Any;
import dev.waystation.condition.Condition.Did;
import dev.waystation.condition.Condition.Field;
import dev.waystation.condition.Condition.Not;
import dev.waystation.condition.Condition.Occurred;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a condition held or not for one subject, leaf by leaf.
 *
 * @param held the decision
 * @param sentence the condition in words
 * @param leaves every leaf, those after the deciding one included: a person asks about all of them
 */
public record Explanation(boolean held, Phrase sentence, List<Leaf> leaves) {

    /**
     * One leaf.
     *
     * @param at its place in the JSON form
     * @param held whether it held by itself
     * @param asked what it asks, in words
     * @param value what was seen, null when nothing was
     * @param seen what was seen, in words
     * @param change what would turn it round, in words
     */
    public record Leaf(
            String at,
            boolean held,
            Phrase asked,
            @Nullable Object value,
            Phrase seen,
            Phrase change) {

        /** The leaf as one line. */
        public Phrase line() {
            return new Phrase(
                    "要求：%s；实际：%s；%s".formatted(asked.zh(), seen.zh(), held ? "符合" : "不符合"),
                    "Asked: %s. Seen: %s. %s."
                            .formatted(
                                    asked.en(), seen.en(), held ? "It holds" : "It does not hold"));
        }
    }

    public Explanation {
        leaves = List.copyOf(leaves);
    }

    /** Explains for a subject, in the words of the catalogue when there is one. */
    public static Explanation of(
            Condition condition,
            Evaluator evaluator,
            Subject subject,
            @Nullable Attributes attributes) {
        List<Leaf> leaves = new ArrayList<>();
        collect(condition, evaluator, subject, new Wording(attributes), leaves);
        return new Explanation(
                evaluator.test(condition, subject), Sentence.of(condition, attributes), leaves);
    }

    private static void collect(
            Condition condition,
            Evaluator evaluator,
            Subject subject,
            Wording wording,
            List<Leaf> leaves) {
        switch (condition) {
            case All all ->
                    all.parts().forEach(p -> collect(p, evaluator, subject, wording, leaves));
            case Any any ->
                    any.parts().forEach(p -> collect(p, evaluator, subject, wording, leaves));
            case Not not -> collect(not.part(), evaluator, subject, wording, leaves);
            case Field field -> leaves.add(leaf(field, evaluator, subject, wording));
            case Did did -> leaves.add(leaf(did, evaluator, subject, wording));
            case Occurred it -> leaves.add(leaf(it, evaluator, subject, wording));
        }
    }

    private static Leaf leaf(Occurred it, Evaluator evaluator, Subject subject, Wording wording) {
        long ever = subject.times(it.ever());
        long within = subject.times(it.within());
        Phrase counted =
                wording.happening(it.event())
                        .map(Happening::counted)
                        .orElse(new Phrase("次", "times"));
        return new Leaf(
                it.at(),
                evaluator.test(it, subject),
                wording.say(it),
                ever,
                new Phrase("共 {n} {c}，其中 {d} 天内 {m} {c}", "{n} {c}, {m} of them in {d} days")
                        .with("n", ever)
                        .with("m", within)
                        .with("d", it.days())
                        .with("c", counted),
                ever == 0
                        ? new Phrase("发生一次后可能改变", "doing it once may change it")
                        : new Phrase("到期那天自动改变", "the day it leaves the days changes it"));
    }

    private static Leaf leaf(Field field, Evaluator evaluator, Subject subject, Wording wording) {
        Object value = subject.value(field.path());
        Attribute attribute = wording.attribute(field.path());
        boolean held = evaluator.test(field, subject);
        return new Leaf(
                field.at(),
                held,
                wording.say(field),
                value,
                Wording.value(attribute, value),
                change(field.check(), attribute, value, held));
    }

    private static Leaf leaf(Did did, Evaluator evaluator, Subject subject, Wording wording) {
        long times = subject.times(did);
        boolean held = evaluator.test(did, subject);
        Phrase counted =
                wording.happening(did.event())
                        .map(Happening::counted)
                        .orElse(new Phrase("次", "times"));
        if (did.share() > 0) {
            return share(did, times, held, subject, wording.say(did), counted);
        }
        long missing = did.atLeast() - times;
        Phrase change =
                missing > 0
                        ? new Phrase("再有 {n} {c}即改变", "{n} more {c} would change it")
                        : new Phrase(
                                "窗口内少 {n} {c}即改变", "{n} fewer {c} in the window would change it");
        return new Leaf(
                did.at(),
                held,
                wording.say(did),
                times,
                new Phrase("{n} {c}", "{n} {c}").with("n", times).with("c", counted),
                change.with("n", missing > 0 ? missing : 1 - missing).with("c", counted));
    }

    private static Leaf share(
            Did did, long times, boolean held, Subject subject, Phrase asked, Phrase counted) {
        long all = subject.times(did.all());
        return new Leaf(
                did.at(),
                held,
                asked,
                times,
                new Phrase("全部 {a} {c}中的 {n} {c}，占 {p}%", "{n} of {a} {c}, {p}%")
                        .with("n", times)
                        .with("a", all)
                        .with("p", all == 0 ? 0 : times * 100 / all)
                        .with("c", counted),
                (did.enough(subject)
                                ? new Phrase(
                                        "少于 {n} {c}或低于 {s}% 即改变",
                                        "fewer than {n} {c} or less than {s}% would change it")
                                : new Phrase(
                                        "达到 {n} {c}且 {s}% 即改变", "{n} {c} and {s}% would change it"))
                        .with("n", did.atLeast())
                        .with("s", did.share())
                        .with("c", counted));
    }

    private static Phrase change(
            Check check, Attribute attribute, @Nullable Object value, boolean held) {
        if (check instanceof Check.Compare compare
                && compare.value() instanceof Number bound
                && value instanceof Number seen
                && Values.isWhole(bound)
                && Values.isWhole(seen)) {
            long away = distance(compare.comparison(), bound.longValue() - seen.longValue(), held);
            if (away != 0) {
                Phrase by = Wording.value(attribute, Math.abs(away));
                return away > 0
                        ? new Phrase("再多 {n} 即改变", "{n} more would change it").with("n", by)
                        : new Phrase("再少 {n} 即改变", "{n} less would change it").with("n", by);
            }
        }
        return held
                ? new Phrase("换成其他值即改变", "another value would change it")
                : new Phrase("达到要求的值即改变", "the value asked for would change it");
    }

    /** How far the value is from turning the comparison round; zero where any other value does. */
    private static long distance(Comparison comparison, long gap, boolean held) {
        return switch (comparison) {
            case EQUAL -> held ? 0 : gap;
            case NOT_EQUAL -> held ? gap : 0;
            case AT_LEAST -> held ? gap - 1 : gap;
            case GREATER -> held ? gap : gap + 1;
            case AT_MOST -> held ? gap + 1 : gap;
            case LESS -> held ? gap : gap - 1;
        };
    }
}

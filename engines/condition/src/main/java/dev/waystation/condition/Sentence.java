package dev.waystation.condition;

import dev.waystation.condition.Condition.All;
import dev.waystation.condition.Condition.Any;
import dev.waystation.condition.Condition.Did;
import dev.waystation.condition.Condition.Field;
import dev.waystation.condition.Condition.Not;
import dev.waystation.condition.Condition.Occurred;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says a whole condition in Chinese and in English, in the words of the catalogue. */
public final class Sentence {

    private static final Phrase MEMBERS = new Phrase("会员", "Members");

    private Sentence() {}

    /** About members: 年满 60 岁，且 90 天内没有入园的会员。 */
    public static Phrase of(Condition condition, @Nullable Attributes attributes) {
        return of(condition, attributes, MEMBERS);
    }

    /** About any kind of subject: 出行 / Trips. */
    public static Phrase of(Condition condition, @Nullable Attributes attributes, Phrase noun) {
        if (isEverything(condition)) {
            return new Phrase("全部" + noun.zh() + "。", "All " + lower(noun.en()) + ".");
        }
        Phrase said = clause(condition, attributes);
        return new Phrase(said.zh() + "的" + noun.zh() + "。", noun.en() + " " + said.en() + ".");
    }

    /** The clause without the noun, for use inside another sentence. */
    static Phrase clause(Condition condition, @Nullable Attributes attributes) {
        return say(condition, new Wording(attributes), false);
    }

    private static boolean isEverything(Condition condition) {
        return switch (condition) {
            case All all -> all.parts().stream().allMatch(Sentence::isEverything);
            case Any any -> any.parts().isEmpty();
            default -> false;
        };
    }

    private static Phrase say(Condition condition, Wording wording, boolean nested) {
        return switch (condition) {
            case All all ->
                    all.parts().size() == 1
                            ? say(all.parts().getFirst(), wording, nested)
                            : group(all.parts(), wording, nested, "，且", ", and ");
            case Any any ->
                    any.parts().size() == 1
                            ? say(any.parts().getFirst(), wording, nested)
                            : group(any.parts(), wording, nested, "，或", ", or ");
            case Not not -> not(not, wording);
            case Field field -> wording.say(field);
            case Did did -> wording.say(did);
            case Occurred it -> wording.say(it);
        };
    }

    private static Phrase not(Not not, Wording wording) {
        if (not.part() instanceof Did did) {
            return wording.say(
                    new Did(
                            did.at(),
                            !did.negated(),
                            did.event(),
                            did.atLeast(),
                            did.withinDays(),
                            did.where(),
                            did.share()));
        }
        Phrase inner = say(not.part(), wording, true);
        boolean bracketed = inner.zh().startsWith("（");
        return bracketed
                ? new Phrase("不属于" + inner.zh(), "none of " + inner.en())
                : new Phrase("不属于“" + inner.zh() + "”", "not those " + inner.en());
    }

    private static Phrase group(
            List<Condition> parts, Wording wording, boolean nested, String zh, String en) {
        if (parts.isEmpty()) {
            return new Phrase("不限", "without further limits");
        }
        List<Phrase> said = parts.stream().map(part -> say(part, wording, true)).toList();
        Phrase joined =
                new Phrase(
                        join(said, Phrase::zh, zh).replaceAll("(?<=，[且或])(?=\\d)", " "),
                        join(said, Phrase::en, en));
        return nested ? new Phrase("（" + joined.zh() + "）", "(" + joined.en() + ")") : joined;
    }

    private static String join(List<Phrase> said, Function<Phrase, String> face, String separator) {
        return said.stream().map(face).collect(Collectors.joining(separator));
    }

    private static String lower(String noun) {
        return noun.isEmpty() ? noun : Character.toLowerCase(noun.charAt(0)) + noun.substring(1);
    }
}

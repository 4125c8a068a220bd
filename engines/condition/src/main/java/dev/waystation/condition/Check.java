package dev.waystation.condition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a leaf asks of one value. */
public sealed interface Check {

    /**
     * Implicit equality, {@code {"city": "WUH"}}: a number may stand as text, as in the published
     * cases.
     */
    record Same(@Nullable Object value) implements Check {}

    /** A comparison by order or strict identity. */
    record Compare(Comparison comparison, @Nullable Object value) implements Check {}

    /**
     * {@code $in}, {@code $nin}, {@code $ini}, {@code $nini}: for a list value, any shared element
     * counts.
     */
    record OneOf(List<?> values, boolean negated, boolean ignoringCase) implements Check {}

    /** {@code $all}, {@code $alli}: a list value contains each. */
    record HasAll(List<?> values, boolean ignoringCase) implements Check {}

    /** {@code $exists}: absent and null are the same thing here. */
    record Exists(boolean wanted) implements Check {}

    /** {@code $type}. */
    record TypeIs(String type) implements Check {}

    /** {@code $size}: the inner condition looks at the length under the empty path. */
    record Size(Condition length) implements Check {}

    /**
     * {@code $elemMatch}: the inner condition looks at one element, under the empty path or its
     * fields.
     */
    record AnyElement(Condition element) implements Check {}

    /** {@code $regex}, {@code $regexi}; the pattern is found anywhere in the text. */
    record Matches(String pattern, boolean ignoringCase) implements Check {}

    /** {@code $vgt} and its kin: version numbers compared part by part. */
    record Version(Comparison comparison, String version) implements Check {}

    /**
     * {@code $near}: the cell lies within a circle.
     *
     * @param place what people call its middle
     */
    record Near(Circle circle, Phrase place) implements Check {}

    /** {@code $inGroup}, {@code $notInGroup}: membership in a list known by name. */
    record InGroup(String group, boolean negated) implements Check {}

    /**
     * An operator nobody knows or whose operand makes no sense: never holds, and is reported on
     * reading.
     */
    record Never(String operator, @Nullable Object operand) implements Check {}
}

package dev.waystation.platform.members.wallet;

import org.jspecify.annotations.Nullable;

/**
 * What a line of the statement remembers beside its source.
 *
 * @param order the order, claim or adjustment behind it
 * @param rule the rule and its version that decided the amount
 * @param actor who did it, as {@code staff:7}; null for the system
 * @param funding who pays for the value; null for whoever pays for the currency
 */
public record Note(
        @Nullable String order,
        @Nullable String rule,
        @Nullable String actor,
        @Nullable String funding) {

    public static final Note NONE = new Note(null, null, null, null);

    public static Note ofOrder(String order) {
        return new Note(order, null, null, null);
    }

    public static Note by(String actor, String order) {
        return new Note(order, null, actor, null);
    }

    public Note fundedBy(String who) {
        return new Note(order, rule, actor, who);
    }
}

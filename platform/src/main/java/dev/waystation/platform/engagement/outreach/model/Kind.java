package dev.waystation.platform.engagement.outreach.model;

import dev.waystation.platform.foundation.edge.Malformed;
import java.time.LocalDate;
import java.util.Locale;

/** To whom staff is asked to send. */
public enum Kind {
    /** To customers one by one; WeCom delivers one such task a day to each. */
    CUSTOMERS,
    /** To groups; as often a month as the month has days. */
    GROUPS,
    /** To the Moments of all customers of a member of staff. */
    MOMENTS;

    private static final int MOMENTS_A_MONTH = 4;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Kind of(String word) {
        for (Kind kind : values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        throw new Malformed("kind", word, "say customers, groups or moments");
    }

    /**
     * How often one receiver may be reached in the period that holds this day.
     *
     * @param momentsAMonth the account's own number; below one for the usual one
     */
    public Limit limit(LocalDate day, int momentsAMonth) {
        return switch (this) {
            case CUSTOMERS -> new Limit(word(), day, 1);
            case GROUPS -> new Limit(word(), day.withDayOfMonth(1), day.lengthOfMonth());
            case MOMENTS ->
                    new Limit(
                            word(),
                            day.withDayOfMonth(1),
                            momentsAMonth < 1 ? MOMENTS_A_MONTH : momentsAMonth);
        };
    }

    /** So many in the period that begins then. */
    public record Limit(String kind, LocalDate period, int allowed) {}
}

package dev.waystation.platform.members.benefits.model;

import dev.waystation.platform.foundation.edge.Malformed;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Locale;

/** When a quota begins anew. */
public enum Period {
    DAY,
    WEEK,
    MONTH,
    YEAR,
    /** Never: once for the whole validity. */
    TERM;

    /** Names the turn a business day belongs to; two days of one turn have one name. */
    public String key(LocalDate day) {
        return switch (this) {
            case DAY -> day.toString();
            case WEEK ->
                    "%d-W%02d"
                            .formatted(
                                    day.get(IsoFields.WEEK_BASED_YEAR),
                                    day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case MONTH -> day.toString().substring(0, 7);
            case YEAR -> String.valueOf(day.getYear());
            case TERM -> "term";
        };
    }

    public static Period of(String text) {
        for (Period each : values()) {
            if (each.name().equals(text.toUpperCase(Locale.ROOT))) {
                return each;
            }
        }
        throw new Malformed("period", text, "give day, week, month, year or term");
    }
}

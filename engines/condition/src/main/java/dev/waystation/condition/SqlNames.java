package dev.waystation.condition;

import java.util.Map;

/**
 * How the columns of a catalogue are written in SQL. Expressions come from code, never from people.
 *
 * @param columns attribute name to expression; TEXTS are {@code text[]} and never null
 * @param happenings event to the rows that record it
 */
public record SqlNames(Map<String, String> columns, Map<String, Rows> happenings) {

    /**
     * The rows of one event.
     *
     * @param from what follows {@code select count(*)}: the tables, the tie to the outer member and
     *     the event, ending where {@code and} can follow
     * @param day expression for the day of the event
     * @param today expression for the current day
     * @param columns property name to expression
     */
    public record Rows(String from, String day, String today, Map<String, String> columns) {}

    public SqlNames {
        columns = Map.copyOf(columns);
        happenings = Map.copyOf(happenings);
    }
}

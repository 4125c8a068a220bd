package dev.waystation.platform.insight.analytics.model;

import java.time.Instant;
import java.util.Map;

/**
 * A recorded fact as analytics sees it.
 *
 * @param type its name in the log, such as booking.TicketIssued
 * @param values its components by name
 */
public record Event(long position, String type, Instant at, Map<String, Object> values) {

    public long number(String name) {
        return values.get(name) instanceof Number number ? number.longValue() : 0;
    }

    public String text(String name) {
        Object value = values.get(name);
        return value == null ? "" : value.toString();
    }
}

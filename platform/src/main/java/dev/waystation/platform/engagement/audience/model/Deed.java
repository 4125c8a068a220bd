package dev.waystation.platform.engagement.audience.model;

import dev.waystation.condition.SetPlan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something a member did, on a day of the venue.
 *
 * @param properties of an event that operators defined, texts, whole numbers and flags
 */
public record Deed(
        long memberId,
        String event,
        LocalDate day,
        long amountMinor,
        @Nullable String seatClass,
        @Nullable String fromStation,
        @Nullable String toStation,
        Map<String, Object> properties) {

    /** Under which names sets know it: the event, and the event with each text it carries. */
    List<String> names() {
        List<String> names = new ArrayList<>(List.of(event));
        for (String property : List.of("seatClass", "fromStation", "toStation")) {
            if (property(property) instanceof String text) {
                names.add(SetPlan.Times.having(event, property, text));
            }
        }
        properties.forEach((property, value) -> {
            if (value instanceof String text) {
                names.add(SetPlan.Times.having(event, property, text));
            }
        });
        return names;
    }

    @Nullable Object property(String name) {
        return switch (name) {
            case "amountMinor" -> amountMinor;
            case "seatClass" -> seatClass;
            case "fromStation" -> fromStation;
            case "toStation" -> toStation;
            default -> properties.get(name);
        };
    }
}

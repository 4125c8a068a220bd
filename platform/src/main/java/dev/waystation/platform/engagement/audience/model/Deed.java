package dev.waystation.platform.engagement.audience.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Something a member did, on a day of the venue. */
public record Deed(
        long memberId,
        String event,
        LocalDate day,
        long amountMinor,
        @Nullable String seatClass,
        @Nullable String fromStation,
        @Nullable String toStation) {

    @Nullable Object property(String name) {
        return switch (name) {
            case "amountMinor" -> amountMinor;
            case "seatClass" -> seatClass;
            case "fromStation" -> fromStation;
            case "toStation" -> toStation;
            default -> null;
        };
    }
}

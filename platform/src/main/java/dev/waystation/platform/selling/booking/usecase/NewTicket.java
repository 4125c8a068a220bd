package dev.waystation.platform.selling.booking.usecase;

import dev.waystation.platform.selling.booking.Ticket;
import java.util.Map;

/** The ticket that took the place of a changed one, in the words of a refusal. */
public final class NewTicket {

    private NewTicket() {}

    public static Map<String, Object> words(Ticket fresh) {
        return Map.of(
                "train", fresh.trip().trainCode(),
                "day", fresh.trip().serviceDate(),
                "car", fresh.car(),
                "seat", fresh.seat(),
                "ticket", fresh.id().text());
    }
}

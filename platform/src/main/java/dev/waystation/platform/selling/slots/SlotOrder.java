package dev.waystation.platform.selling.slots;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;

/** Places in one slot for one party. */
public record SlotOrder(
        long id,
        UUID reference,
        long memberId,
        String park,
        LocalDate date,
        LocalTime starts,
        LocalTime ends,
        int people,
        long amountMinor,
        State state,
        Instant expiresAt) {

    /** Prefix of public ids. */
    public static final String PREFIX = "slo";

    /** Where an order stands. */
    public enum State {
        HELD,
        PAID,
        EXPIRED
    }
}

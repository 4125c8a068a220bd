package dev.waystation.platform.selling.booking;

import java.time.Instant;

/** What a scanned text turned out to be; decided from the text and the public keys alone. */
public sealed interface CodeReading {

    /** Written by us: which ticket, which ride, when it opens gates. */
    record Genuine(
            TicketId ticketId,
            long runId,
            String fromStation,
            String toStation,
            String car,
            String seat,
            Instant validFrom,
            Instant validUntil)
            implements CodeReading {}

    /** No ticket code at all, or cut short. */
    record Unreadable() implements CodeReading {}

    /** Looks like a code, but names a key this house never had. */
    record UnknownKey(int keyId) implements CodeReading {}

    /** Looks like a code, but we did not sign these words. */
    record Forged() implements CodeReading {}
}

package dev.waystation.platform.selling.booking;

import dev.waystation.platform.foundation.edge.PublicId;

/** Number of a ticket; {@code tkt_…} outside. */
public record TicketId(long value) {

    private static final String PREFIX = "tkt";

    /** Reads the public form; refuses any other text as malformed. */
    public static TicketId of(String text) {
        return new TicketId(PublicId.decode(PREFIX, text));
    }

    public String text() {
        return PublicId.encode(PREFIX, value);
    }
}

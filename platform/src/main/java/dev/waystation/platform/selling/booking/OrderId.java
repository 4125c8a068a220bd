package dev.waystation.platform.selling.booking;

import dev.waystation.platform.foundation.edge.PublicId;

/** Number of an order; {@code ord_…} outside. */
public record OrderId(long value) {

    private static final String PREFIX = "ord";

    /** Reads the public form; refuses any other text as malformed. */
    public static OrderId of(String text) {
        return new OrderId(PublicId.decode(PREFIX, text));
    }

    public String text() {
        return PublicId.encode(PREFIX, value);
    }
}

package dev.waystation.platform.selling.booking.model;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** References that follow from an order's own one, so that a repeated step finds itself. */
public final class References {

    private References() {}

    /** The same order and purpose always give the same reference. */
    public static UUID derived(UUID orderRef, String purpose) {
        return UUID.nameUUIDFromBytes((purpose + ":" + orderRef).getBytes(StandardCharsets.UTF_8));
    }
}

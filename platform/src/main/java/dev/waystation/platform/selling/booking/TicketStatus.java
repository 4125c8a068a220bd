package dev.waystation.platform.selling.booking;

import java.util.Locale;

/**
 * A ticket's life: held, issued, checked in, completed; or refunded, or changed into another; or
 * void with its order.
 */
public enum TicketStatus {
    HELD,
    ISSUED,
    CHECKED_IN,
    COMPLETED,
    REFUNDED,
    CHANGED,
    VOID;

    /** As tables and clients write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static TicketStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}

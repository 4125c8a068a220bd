package dev.waystation.platform.selling.booking;

import java.util.Locale;

/** An order's life: held until paid, cancelled or expired; exactly one of the three, for ever. */
public enum OrderStatus {
    HELD,
    PAID,
    CANCELLED,
    EXPIRED;

    /** As tables and clients write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static OrderStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}

package dev.waystation.platform.selling.booking.model;

import java.util.Locale;

/** How much is left, for somebody who only wants to know whether to hurry. */
public enum Plenty {
    MANY,
    FEW,
    NONE;

    public static Plenty of(int count, int manyFrom) {
        if (count <= 0) {
            return NONE;
        }
        return count >= manyFrom ? MANY : FEW;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

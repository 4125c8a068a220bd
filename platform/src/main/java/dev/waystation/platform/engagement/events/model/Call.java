package dev.waystation.platform.engagement.events.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The six calls that every common analytics library speaks. */
public enum Call {
    IDENTIFY,
    TRACK,
    PAGE,
    SCREEN,
    GROUP,
    ALIAS;

    /** {@code track}, as callers and the database write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Call> of(String code) {
        return Arrays.stream(values()).filter(call -> call.code().equals(code)).findFirst();
    }

    /** What an event of this call is called when the sender gives no name. */
    public String eventName() {
        return switch (this) {
            case PAGE -> "page.viewed";
            case SCREEN -> "screen.viewed";
            case IDENTIFY, TRACK, GROUP, ALIAS -> code();
        };
    }
}

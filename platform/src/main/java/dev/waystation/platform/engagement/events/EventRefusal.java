package dev.waystation.platform.engagement.events;

/** Why the intake says no. */
public enum EventRefusal {
    WRITE_KEY_UNKNOWN,
    HOOK_NOT_SIGNED,
    EVENTS_BUSY,
    EVENT_SOURCE_NAME_TAKEN
}

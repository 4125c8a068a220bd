package dev.waystation.platform.foundation.edge;

/**
 * Work that waits for somebody: a queue with the screen where it is worked off. A module
 * contributes a bean; the home page shows it to whoever holds its permission.
 */
public interface Waiting {

    /** A stable name, such as {@code claims}. */
    String code();

    /** What waits, as the screen calls it. */
    Said label();

    /** Who works on it. */
    String permission();

    /** The screen that lists exactly what is counted here. */
    String href();

    /** How much waits right now. */
    long count();
}

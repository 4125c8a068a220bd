package dev.waystation.seating;

/** What freeing, blocking or unblocking a seat came to. */
public sealed interface SeatChange {

    record Changed(int seat, int from, int to) implements SeatChange {}

    /** Nothing changed: some leg of the span is not in the state the command starts from. */
    record Unchanged(Cause cause, int seat, int from, int to) implements SeatChange {}

    enum Cause {
        NOT_SOLD,
        NOT_FREE,
        NOT_BLOCKED
    }
}

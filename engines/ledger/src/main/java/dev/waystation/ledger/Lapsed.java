package dev.waystation.ledger;

/** What becomes of value given back after its lot has lapsed. */
public sealed interface Lapsed {

    /** It goes to breakage at once. */
    record Forfeit() implements Lapsed {}

    /** It moves into a lot that can be used up to that day. */
    record UsableUntil(int lastDay) implements Lapsed {}
}

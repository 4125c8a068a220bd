package dev.waystation.platform.selling.booking;

import java.time.Instant;

/** The answer to a wish to be let in. */
public sealed interface CheckIn {

    record Admitted(Ticket ticket) implements CheckIn {}

    /** Somebody entered with this ticket before. */
    record AlreadyUsed(Ticket ticket, Instant firstAt) implements CheckIn {}

    /** Not paid for, given back, or void with its order. */
    record NotValid(Ticket ticket) implements CheckIn {}
}

package dev.waystation.platform.foundation.facts;

import java.time.Instant;

/** A fact that only tests append. */
public record NumberDrawn(long round, long number, Instant occurredAt) implements Fact {

    @Override
    public long subject() {
        return round;
    }
}

package dev.waystation.platform.engagement.messaging;

import java.time.Instant;

/** The door for whoever has to prove that a no was heard. */
public interface Silence {

    /**
     * What became of messages after somebody said no.
     *
     * @param left how many left nevertheless
     * @param heldBack how many were offered or waiting and did not leave
     */
    record Kept(long left, long heldBack) {}

    /** Messages of a purpose over all channels that a yes or no to this one is about. */
    Kept since(long memberId, String channel, String purpose, Instant at);
}

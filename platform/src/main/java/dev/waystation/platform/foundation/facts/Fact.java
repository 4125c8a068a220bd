package dev.waystation.platform.foundation.facts;

import java.time.Instant;

/**
 * Something that happened, as a record in past tense: ids and facts only, at most eight components.
 * Fields are added, never renamed.
 */
public interface Fact {

    /** When it happened, in the world's time. */
    Instant occurredAt();

    /** Whom or what it is about: mostly a member, else a run. */
    long subject();
}

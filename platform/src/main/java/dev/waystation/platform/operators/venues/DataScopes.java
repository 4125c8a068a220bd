package dev.waystation.platform.operators.venues;

import dev.waystation.platform.foundation.edge.Caller;
import java.util.Optional;
import java.util.Set;

/** The door to whose events a caller may see. Every question reads what is in force now. */
public interface DataScopes {

    /** What somebody looks for; an agreement is for one of them. */
    enum Purpose {
        /** Single events, to serve somebody. */
        SERVICE,
        /** Counts. */
        ANALYTICS
    }

    /**
     * Venues whose events the caller may see for that: their own and what agreements in force open
     * to them. Empty for callers whose view nobody limited.
     */
    Optional<Set<String>> venues(Caller caller, Purpose purpose);
}

package dev.waystation.platform.engagement.identity.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of the log: what was found about a person, and by what. */
public record Finding(
        Kind kind,
        long personId,
        @Nullable Long otherId,
        @Nullable IdType type,
        String evidence,
        Instant at) {

    /** What was found. */
    public enum Kind {
        /** An identifier is theirs. */
        ATTACHED,
        /** Another person is the same one. */
        JOINED,
        /** Another person is not the same one after all. */
        PARTED,
        /** A device or browser is used by several known people and names nobody from now on. */
        SHARED,
        /** An identifier of another known person: kept there, for people to look at. */
        CONFLICT,
        /** More of a type than one person may have: left out. */
        LIMIT
    }
}

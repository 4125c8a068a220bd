package dev.waystation.platform.insight.privacy.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row behind a figure of the month's report.
 *
 * @param kind the figure it counts in
 * @param by who did it, as callers are called
 * @param what channel and purpose of a consent, or the field somebody saw
 * @param request the proof it leads to
 * @param position of the fact it was heard by, which is heard once
 */
public record Line(
        long id,
        String kind,
        long memberId,
        String by,
        String what,
        String reason,
        Instant at,
        @Nullable Long request,
        @Nullable Long position) {

    public static final String GIVEN = "consentsGiven";
    public static final String WITHDRAWN = "consentsWithdrawn";
    public static final String ERASED = "erasures";
    public static final String EXPORTED = "exports";
    public static final String REVEALED = "reveals";

    /** What was heard. */
    public static Line heard(
            String kind,
            long memberId,
            String by,
            String what,
            String reason,
            Instant at,
            long position) {
        return new Line(0, kind, memberId, by, what, reason, at, null, position);
    }
}

package dev.waystation.platform.members.passes.model;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Said;

/** A site that is shut for some days. */
public record Closure(long id, String site, Span days, Said cause) {

    private static final int MOST_DAYS = 400;

    public Closure {
        Malformed.require(
                days.days() > 0 && days.days() <= MOST_DAYS,
                "lastDay",
                days.until(),
                "give a day on or after the first, at most " + MOST_DAYS + " days later");
        Malformed.require(
                !cause.zh().isBlank() && !cause.en().isBlank(),
                "cause",
                cause,
                "say why in both languages");
    }

    /** The same wherever it is made: the pause this closure brings to a pass. */
    public Pause pause(long passId, int addedDays) {
        return new Pause(
                java.util.UUID.nameUUIDFromBytes(
                        ("closure " + id + " pass " + passId)
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                id,
                days,
                addedDays,
                cause);
    }
}

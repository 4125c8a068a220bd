package dev.waystation.platform.members.membership.model;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A traveller as stored, opened. */
public record Companion(
        long memberId,
        long id,
        boolean self,
        Person person,
        String documentKey,
        @Nullable LocalDate studentUntil,
        Instant addedAt) {

    @Override
    public String toString() {
        return "Companion[" + memberId + "/" + id + "]";
    }
}

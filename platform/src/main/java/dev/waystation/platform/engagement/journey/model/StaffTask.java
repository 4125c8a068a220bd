package dev.waystation.platform.engagement.journey.model;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something a journey asks of staff about a member.
 *
 * @param team the role that is asked; blank for whoever may
 * @param note what came of it
 */
public record StaffTask(
        long id,
        long memberId,
        long journeyId,
        String title,
        String detail,
        String team,
        LocalDate dueOn,
        String state,
        Instant createdAt,
        @Nullable String doneBy,
        @Nullable Instant doneAt,
        @Nullable String note) {}

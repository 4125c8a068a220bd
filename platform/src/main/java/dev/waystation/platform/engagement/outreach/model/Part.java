package dev.waystation.platform.engagement.outreach.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one member of staff is asked to send: one text, to many.
 *
 * @param state created, creating, unknown, staff_notified, confirmed, partly_sent, expired,
 *     cancelled or refused
 * @param job under which WeCom makes Moments in the background
 * @param vendorId the number WeCom gave it
 * @param wanted what somebody asked to do with it: remind, cancel, or nothing
 */
public record Part(
        long id,
        long taskId,
        String account,
        Kind kind,
        String staff,
        String body,
        String state,
        int receivers,
        Instant dueAt,
        @Nullable Instant calledAt,
        @Nullable Instant notifiedAt,
        @Nullable String job,
        @Nullable String vendorId,
        @Nullable String reason,
        int reminders,
        String wanted) {}

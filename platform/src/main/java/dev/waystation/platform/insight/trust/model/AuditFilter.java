package dev.waystation.platform.insight.trust.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries to show; null asks for all.
 *
 * @param by the staff id of who did it
 */
public record AuditFilter(
        AuditObject.@Nullable Found about,
        @Nullable Long by,
        @Nullable String action,
        @Nullable Instant from,
        @Nullable Instant to) {

    public static final AuditFilter ALL = new AuditFilter(null, null, null, null, null);
}

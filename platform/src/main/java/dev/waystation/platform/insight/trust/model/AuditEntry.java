package dev.waystation.platform.insight.trust.model;

import java.time.Instant;

/** One entry with its place in the chain. */
public record AuditEntry(
        long sequence,
        long factPosition,
        Instant occurredAt,
        String actor,
        String action,
        long subject,
        String detail,
        String previous,
        String digest) {}

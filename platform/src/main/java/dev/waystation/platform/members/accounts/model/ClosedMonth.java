package dev.waystation.platform.members.accounts.model;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What is kept of a closed month.
 *
 * @param digest of its lines; counted again they give the same
 */
public record ClosedMonth(
        LocalDate month,
        long closing,
        long lines,
        String digest,
        Instant closedAt,
        String closedBy) {}

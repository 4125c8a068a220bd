package dev.waystation.platform.members.auctions.model;

import java.time.Instant;

/** An accepted bid as the history shows it. */
public record BidStep(
        long sequence,
        long memberId,
        long most,
        long price,
        boolean leading,
        boolean extended,
        Instant at) {}

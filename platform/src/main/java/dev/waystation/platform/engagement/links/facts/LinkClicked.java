package dev.waystation.platform.engagement.links.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/** A member followed the link of a message; machines that try addresses are no members. */
public record LinkClicked(
        long clickId,
        long memberId,
        long messageId,
        String code,
        String campaign,
        Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return memberId;
    }
}

package dev.waystation.platform.members.referral.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody opened an inviter's link.
 *
 * @param terms of the campaign now
 * @param endedAt when the campaign closed or will
 * @param ownDevice whether the inviter uses the same device
 * @param inviterDocument the inviter's own document, as a key
 */
public record Touch(
        long campaignId,
        int version,
        Terms terms,
        Instant endedAt,
        long inviterId,
        String code,
        String channel,
        Instant at,
        Trace trace,
        boolean ownDevice,
        @Nullable String inviterDocument) {}

package dev.waystation.platform.members.benefits.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A coupon as it stands: a code somebody typed, or one of their own. */
public sealed interface Held {

    long campaignId();

    /** A code; {@code maxUses} null for one that the campaign alone limits. */
    @SuppressWarnings("ArrayRecordComponent") // a digest, compared in the database only
    record Code(
            byte[] hash,
            long campaignId,
            String tail,
            @Nullable Long memberId,
            boolean withdrawn,
            @Nullable Integer maxUses,
            int uses,
            @Nullable Long valueLeft)
            implements Held {

        public boolean usedUp() {
            return (maxUses != null && uses >= maxUses) || (valueLeft != null && valueLeft == 0);
        }
    }

    /** A claimed coupon; used once. */
    record Claimed(
            long campaignId,
            long sequence,
            long memberId,
            UUID reference,
            Instant claimedAt,
            Instant expiresAt,
            boolean used)
            implements Held {}
}

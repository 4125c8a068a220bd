package dev.waystation.platform.members.accounts.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody was put on an enterprise's account, or may book otherwise than before.
 *
 * @param before null for somebody new
 */
public record EnterpriseEmployeeChanged(
        long accountId,
        String name,
        long memberId,
        @Nullable Limit before,
        Limit after,
        String by,
        Instant occurredAt)
        implements Fact {

    /** What somebody may book. */
    public record Limit(String costCentre, long monthlyMinor, boolean active) {}

    @Override
    public long subject() {
        return accountId;
    }
}

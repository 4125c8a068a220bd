package dev.waystation.platform.members.membership.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person became a member; the day of birth stays in membership.
 *
 * @param invitation the token of an invite link the person opened, or null
 */
public record MemberRegistered(
        long memberId,
        int birthYear,
        String gender,
        String cityCode,
        String channel,
        @Nullable String invitation,
        Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return memberId;
    }
}

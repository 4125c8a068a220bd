package dev.waystation.platform.members.referral.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** That somebody was brought by somebody: one per newcomer, for ever. */
public record Invitation(
        long inviteeId,
        long inviterId,
        long campaignId,
        int version,
        String code,
        String channel,
        Instant touchedAt,
        Instant joinedAt,
        State state,
        @Nullable String refusal,
        Steps steps,
        Review review,
        List<String> flags,
        Whys whys) {

    /** REFUSED never counted, WAITING until the newcomer travels, REJECTED by staff. */
    public enum State {
        REFUSED,
        WAITING,
        CONFIRMED,
        REJECTED
    }

    /** Whether somebody has to look, and what they said. */
    public enum Review {
        NONE,
        OPEN,
        APPROVED,
        REJECTED
    }

    /** How far the newcomer has come. */
    public record Steps(
            @Nullable Long firstOrder,
            @Nullable Instant orderedAt,
            @Nullable Instant travelledAt,
            @Nullable Instant confirmedAt) {

        public static final Steps NONE = new Steps(null, null, null, null);
    }

    /** Where the reasons are kept, for each side. */
    public record Whys(String inviter, String invitee) {}

    public boolean lives() {
        return state == State.WAITING || state == State.CONFIRMED;
    }

    /** Rewards come true once the newcomer has travelled and nobody has doubts. */
    public boolean held() {
        return steps.travelledAt() == null || review == Review.OPEN;
    }
}

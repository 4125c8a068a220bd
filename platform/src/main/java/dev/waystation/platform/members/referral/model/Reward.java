package dev.waystation.platform.members.referral.model;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Points for one side at one stage. The id is the wallet's name for the promise. */
public record Reward(
        UUID id,
        long memberId,
        long inviteeId,
        long campaignId,
        Side side,
        Stage stage,
        long orderId,
        long points,
        State state,
        String explanationId,
        Instant heldAt,
        @Nullable Instant settledAt) {

    /** CANCELLED before it came true, REVERSED afterwards. */
    public enum State {
        HELD,
        EARNED,
        CANCELLED,
        REVERSED
    }

    /** The same each time the same reward is given again. */
    public static UUID id(long inviteeId, Side side, Stage stage, long orderId) {
        String name = "invite %d %s %s %d".formatted(inviteeId, side, stage, orderId);
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    public boolean stands() {
        return state == State.HELD || state == State.EARNED;
    }
}

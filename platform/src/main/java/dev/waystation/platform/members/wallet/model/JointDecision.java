package dev.waystation.platform.members.wallet.model;

import dev.waystation.platform.members.wallet.PoolRefusal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the one writer of joint movements is asked to decide. */
public sealed interface JointDecision {

    UUID reference();

    /**
     * Points are held: draw them, if the month's limit allows.
     *
     * @param monthlyLimit null for no limit
     */
    record Draw(JointMove move, @Nullable Long monthlyLimit) implements JointDecision {
        @Override
        public UUID reference() {
            return move.reference();
        }
    }

    /** Give part of a draw back. */
    record Return(UUID reference, UUID draw, long amount, String source) implements JointDecision {}

    /**
     * Send points to somebody.
     *
     * @param year when the year began in which the limit counts
     * @param coolSince nothing may have been sent after it
     */
    record Transfer(JointMove move, long mostAYear, Instant year, Instant coolSince)
            implements JointDecision {
        @Override
        public UUID reference() {
            return move.reference();
        }
    }

    /** It was carried out, or could not be. */
    record Settle(UUID reference, JointMove.State state) implements JointDecision {}

    /** The durable answer. */
    sealed interface Answer {

        record Decided(JointMove move, boolean repeated) implements Answer {}

        record Refused(PoolRefusal code, long asked, long possible) implements Answer {}
    }
}

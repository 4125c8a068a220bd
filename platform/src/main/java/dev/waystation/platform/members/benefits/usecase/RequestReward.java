package dev.waystation.platform.members.benefits.usecase;

import dev.waystation.amounts.Money;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.members.benefits.RewardRefusal;
import dev.waystation.platform.members.benefits.facts.RewardHeld;
import dev.waystation.platform.members.benefits.model.Reward;
import dev.waystation.platform.members.benefits.model.RewardOrder;
import dev.waystation.platform.members.benefits.model.RewardState;
import dev.waystation.platform.members.benefits.store.RewardStore;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCommand;
import dev.waystation.platform.members.wallet.PostOutcome;
import dev.waystation.platform.selling.payment.PaymentIntent;
import dev.waystation.platform.selling.payment.Payments;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Orders a reward: stock and limits, then points set aside in the wallet. The hold is durable by
 * itself and idempotent under a reference made from the order's; if this transaction fails after
 * it, a retry finds it and otherwise it expires.
 */
@Service
public class RequestReward {

    static final Duration PAY_WITHIN = Duration.ofMinutes(30);

    private final RewardStore rewards;
    private final Points points;
    private final Payments payments;
    private final FactLog facts;
    private final Clock clock;

    RequestReward(
            RewardStore rewards, Points points, Payments payments, FactLog facts, Clock clock) {
        this.rewards = rewards;
        this.points = points;
        this.payments = payments;
        this.facts = facts;
        this.clock = clock;
    }

    /** A wish; one order per reference. */
    public record Command(UUID reference, long memberId, long rewardId, long points) {}

    /** The answer. */
    public sealed interface Outcome {
        /**
         * @param intent what is still to pay, null when points pay all
         */
        record Held(RewardOrder order, @Nullable PaymentIntent intent) implements Outcome {}

        record Refused(RewardRefusal code, long wanted) implements Outcome {}
    }

    @Transactional(propagation = Propagation.NESTED)
    public Outcome handle(Command command) {
        Optional<RewardOrder> before = rewards.locked(command.reference());
        if (before.isPresent()) {
            return held(before.get());
        }
        Optional<Reward> found = rewards.find(command.rewardId());
        if (found.isEmpty()) {
            return new Outcome.Refused(RewardRefusal.REWARD_NOT_FOUND, 0);
        }
        Reward reward = found.get();
        Outcome.Refused refused = refusal(command, reward);
        if (refused != null) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return refused;
        }
        Instant now = clock.instant();
        RewardOrder order =
                new RewardOrder(
                        command.memberId(),
                        command.reference(),
                        reward.id(),
                        RewardState.REQUESTED,
                        reward.split(command.points()),
                        now,
                        now.plus(PAY_WITHIN));
        rewards.place(order);
        if (order.paid().points() > 0
                && points.post(hold(order))
                        instanceof PostOutcome.Refused(var _, long _, long possible)) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return new Outcome.Refused(RewardRefusal.POINTS_DO_NOT_SUFFICE, possible);
        }
        rewards.move(order, RewardState.HELD, "points_held", now);
        facts.append(
                new RewardHeld(
                        order.memberId(),
                        order.reference(),
                        order.paid().points(),
                        order.paid().cashMinor(),
                        now));
        return held(rewards.locked(command.reference()).orElseThrow());
    }

    private Outcome.@Nullable Refused refusal(Command command, Reward reward) {
        if (!reward.open()) {
            return new Outcome.Refused(RewardRefusal.REWARD_IS_CLOSED, 0);
        }
        if (command.points() < reward.leastPoints()) {
            return new Outcome.Refused(
                    RewardRefusal.TOO_FEW_POINTS_IN_THE_SHARE, reward.leastPoints());
        }
        if (command.points() > reward.mostPoints()) {
            return new Outcome.Refused(
                    RewardRefusal.TOO_MANY_POINTS_IN_THE_SHARE, reward.mostPoints());
        }
        if (!rewards.everUsed(command.memberId())
                && points.balance(command.memberId(), Points.POINTS).spendable()
                        < reward.firstUsePoints()) {
            return new Outcome.Refused(
                    RewardRefusal.FIRST_USE_NEEDS_MORE_POINTS, reward.firstUsePoints());
        }
        // The stock's row is locked from here on, so a member's orders are counted one by one.
        if (!rewards.take(reward.id())) {
            return new Outcome.Refused(RewardRefusal.REWARD_IS_SOLD_OUT, 0);
        }
        if (rewards.live(command.memberId(), reward.id()) >= reward.memberLimit()) {
            return new Outcome.Refused(RewardRefusal.REWARD_LIMIT_IS_REACHED, reward.memberLimit());
        }
        return null;
    }

    private Outcome held(RewardOrder order) {
        if (order.paid().cashMinor() == 0 || order.state() != RewardState.HELD) {
            return new Outcome.Held(order, null);
        }
        Reward reward = rewards.find(order.rewardId()).orElseThrow();
        return new Outcome.Held(
                order,
                payments.open(
                        order.reference(),
                        Money.yuan(order.paid().cashMinor()),
                        reward.name().zh()));
    }

    static UUID part(UUID order, String what) {
        return UUID.nameUUIDFromBytes(
                (order + " " + what).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static PointsCommand hold(RewardOrder order) {
        return new PointsCommand.Hold(
                part(order.reference(), "hold"),
                order.memberId(),
                Points.POINTS,
                order.paid().points(),
                order.expiresAt().plus(PAY_WITHIN),
                "reward");
    }
}

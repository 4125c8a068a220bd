package dev.waystation.platform.members.benefits.usecase;

import dev.waystation.amounts.Money;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.members.benefits.RewardRefusal;
import dev.waystation.platform.members.benefits.facts.RewardMoved;
import dev.waystation.platform.members.benefits.model.RewardOrder;
import dev.waystation.platform.members.benefits.model.RewardState;
import dev.waystation.platform.members.benefits.store.RewardStore;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCommand;
import dev.waystation.platform.members.wallet.PostOutcome;
import dev.waystation.platform.selling.payment.PaymentIntent;
import dev.waystation.platform.selling.payment.Payments;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Carries an order of the reward mall on. What it does to points and money is idempotent under
 * references made from the order's, so a step that failed half-way is simply done again.
 */
@Service
public class MoveReward {

    private final RewardStore rewards;
    private final Points points;
    private final Payments payments;
    private final FactLog facts;
    private final Clock clock;

    MoveReward(RewardStore rewards, Points points, Payments payments, FactLog facts, Clock clock) {
        this.rewards = rewards;
        this.points = points;
        this.payments = payments;
        this.facts = facts;
        this.clock = clock;
    }

    /** The answer. */
    public sealed interface Outcome {
        record Moved(RewardOrder order) implements Outcome {}

        record Refused(RewardRefusal code, RewardState state) implements Outcome {}
    }

    /** Confirms what is paid in full; anything else is left as it is. */
    @Transactional
    public void confirm(UUID reference) {
        Optional<RewardOrder> found = rewards.locked(reference);
        if (found.isEmpty() || !paid(found.get())) {
            return;
        }
        RewardOrder order = found.get();
        if (order.state() == RewardState.CANCELLED || order.state() == RewardState.EXPIRED) {
            refund(order, "paid_too_late");
        }
        if (order.state() != RewardState.HELD) {
            return;
        }
        if (order.paid().points() > 0
                && points.post(
                                new PointsCommand.Capture(
                                        RequestReward.part(reference, "capture"),
                                        order.memberId(),
                                        Points.POINTS,
                                        RequestReward.part(reference, "hold"),
                                        order.paid().points(),
                                        "reward"))
                        instanceof PostOutcome.Refused) {
            // The hold has run out: the cash goes back and the order is over.
            give(order, RewardState.EXPIRED, "points_gone");
            return;
        }
        move(order, RewardState.CONFIRMED, "paid");
    }

    @Transactional
    public Outcome fulfil(UUID reference) {
        return step(reference, RewardState.FULFILLED, "handed_out");
    }

    /** Before it is confirmed: points are free again, cash that came goes back. */
    @Transactional
    public Outcome cancel(UUID reference, String cause) {
        return step(reference, RewardState.CANCELLED, cause);
    }

    @Transactional
    public Outcome expire(UUID reference) {
        return step(reference, RewardState.EXPIRED, "not_paid_in_time");
    }

    /** After it was confirmed: points go back to the lots they came from, cash to the payer. */
    @Transactional
    public Outcome reverse(UUID reference, String cause) {
        return step(reference, RewardState.REVERSED, cause);
    }

    private Outcome step(UUID reference, RewardState to, String cause) {
        Optional<RewardOrder> found = rewards.locked(reference);
        if (found.isEmpty()) {
            return new Outcome.Refused(RewardRefusal.REWARD_ORDER_NOT_FOUND, to);
        }
        RewardOrder order = found.get();
        if (order.state() == to) {
            return new Outcome.Moved(order);
        }
        if (!order.state().next().contains(to)) {
            return new Outcome.Refused(RewardRefusal.REWARD_STEP_FORBIDDEN, order.state());
        }
        if (to == RewardState.FULFILLED) {
            move(order, to, cause);
        } else {
            give(order, to, cause);
        }
        return new Outcome.Moved(rewards.locked(reference).orElseThrow());
    }

    /** Ends an order and gives everything back. */
    private void give(RewardOrder order, RewardState to, String cause) {
        long amount = order.paid().points();
        if (amount > 0) {
            UUID reference = order.reference();
            points.post(
                    to == RewardState.REVERSED
                            ? new PointsCommand.GiveBack(
                                    RequestReward.part(reference, "back"),
                                    order.memberId(),
                                    Points.POINTS,
                                    RequestReward.part(reference, "capture"),
                                    amount,
                                    "reward")
                            : new PointsCommand.Release(
                                    RequestReward.part(reference, "release"),
                                    order.memberId(),
                                    Points.POINTS,
                                    RequestReward.part(reference, "hold"),
                                    "reward"));
        }
        refund(order, cause);
        if (order.state() != RewardState.FULFILLED) {
            rewards.putBack(order.rewardId());
        }
        move(order, to, cause);
    }

    private void refund(RewardOrder order, String cause) {
        if (order.paid().cashMinor() > 0 && paid(order)) {
            payments.refund(
                    RequestReward.part(order.reference(), "refund"),
                    order.reference(),
                    Money.yuan(order.paid().cashMinor()),
                    cause);
        }
    }

    private boolean paid(RewardOrder order) {
        return order.paid().cashMinor() == 0
                || payments.ofOrder(order.reference()).filter(PaymentIntent::captured).isPresent();
    }

    private void move(RewardOrder order, RewardState to, String cause) {
        Instant now = clock.instant();
        if (!rewards.move(order, to, cause, now)) {
            throw new IllegalStateException(
                    "reward order %s is not %s any more, although its row is locked"
                            .formatted(order.reference(), order.state()));
        }
        facts.append(new RewardMoved(order.memberId(), order.reference(), to.name(), cause, now));
    }
}

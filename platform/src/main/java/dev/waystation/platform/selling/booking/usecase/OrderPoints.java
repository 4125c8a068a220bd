package dev.waystation.platform.selling.booking.usecase;

import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCommand;
import dev.waystation.platform.members.wallet.PoolRefusal;
import dev.waystation.platform.members.wallet.PooledPoints;
import dev.waystation.platform.members.wallet.PostOutcome;
import dev.waystation.platform.members.wallet.SpendRule;
import dev.waystation.platform.selling.booking.Order;
import dev.waystation.platform.selling.booking.facts.TenderReturned;
import dev.waystation.platform.selling.booking.model.PaymentPlan;
import dev.waystation.platform.selling.booking.usecase.PayOrder.PayRefusal;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Points that pay an order. The buyer's own are set aside when payment begins and taken when the
 * order is settled. The family's are drawn when it is settled, by the rules of the family, and what
 * of them comes back goes to those whose points they were. Each step carries a reference made from
 * the order's, so doing it again changes nothing.
 */
@Component
class OrderPoints {

    private static final Duration SETTLED_WITHIN = Duration.ofMinutes(30);

    private final Points points;
    private final PooledPoints pool;

    OrderPoints(Points points, PooledPoints pool) {
        this.points = points;
        this.pool = pool;
    }

    /**
     * What of the family's points an order takes now.
     *
     * @param whyNone code of the refusal when none
     */
    public record FamilyOffer(long points, long minor, @Nullable String whyNone) {}

    long own(Order order) {
        return points.balance(order.memberId(), Points.POINTS).spendable();
    }

    /** The price takes no more of the family's points than of one's own. */
    FamilyOffer family(Order order, SpendRule rule) {
        PooledPoints.Offer offer = pool.offer(order.memberId());
        PoolRefusal none = offer.whyNone();
        long price = order.amount().minor();
        long most = Math.min(rule.mostPointsOf(price), offer.possible());
        return new FamilyOffer(
                most, Math.min(price, rule.worth(most)), none == null ? null : none.name());
    }

    /** Asked before anything is set aside; the draw itself asks once more. */
    Optional<PlanPayment.Refused> familyRefuses(Order order, long wished) {
        if (wished == 0) {
            return Optional.empty();
        }
        PooledPoints.Offer offer = pool.offer(order.memberId());
        PoolRefusal none = offer.whyNone();
        if (none == null && wished <= offer.possible()) {
            return Optional.empty();
        }
        long all = offer.sources().stream().mapToLong(PooledPoints.Source::drawable).sum();
        PayRefusal code =
                none != null
                        ? PayRefusal.valueOf(none.name())
                        : wished <= all
                                ? PayRefusal.POOL_LIMIT_REACHED
                                : PayRefusal.POOL_IS_TOO_LOW;
        return Optional.of(new PlanPayment.Refused(code, offer.possible()));
    }

    Optional<PlanPayment.Refused> setAside(Order order, long wished) {
        return wished > 0
                        && points.post(
                                        new PointsCommand.Hold(
                                                OrderTenders.part(order, "hold"),
                                                order.memberId(),
                                                Points.POINTS,
                                                wished,
                                                order.expiresAt().plus(SETTLED_WITHIN),
                                                OrderTenders.SOURCE))
                                instanceof PostOutcome.Refused(var _, long _, long possible)
                ? Optional.of(
                        new PlanPayment.Refused(PayRefusal.ORDER_POINTS_DO_NOT_SUFFICE, possible))
                : Optional.empty();
    }

    /** Takes what was planned; false when it is gone. */
    boolean take(Order order, PaymentPlan plan) {
        return plan.family() ? draw(order, plan) : capture(order, plan);
    }

    private boolean capture(Order order, PaymentPlan plan) {
        return points.post(
                        new PointsCommand.Capture(
                                OrderTenders.part(order, "points"),
                                order.memberId(),
                                Points.POINTS,
                                OrderTenders.part(order, "hold"),
                                plan.points(),
                                OrderTenders.SOURCE))
                instanceof PostOutcome.Posted;
    }

    /** A try that was cut off may have drawn and returned it already. */
    private boolean draw(Order order, PaymentPlan plan) {
        return pool.draw(
                                new PooledPoints.Draw(
                                        OrderTenders.part(order, "family"),
                                        order.memberId(),
                                        plan.points(),
                                        OrderTenders.SOURCE,
                                        order.id().text()))
                        instanceof PooledPoints.Outcome.Done
                && pool.outstanding(OrderTenders.part(order, "family")) == plan.points();
    }

    /** The order is off. */
    void letGo(Order order, PaymentPlan plan) {
        if (plan.family()) {
            // refused where nothing was drawn, which is as good
            pool.giveBack(
                    new PooledPoints.Return(
                            OrderTenders.part(order, "family-back"),
                            OrderTenders.part(order, "family"),
                            plan.points(),
                            OrderTenders.SOURCE));
            return;
        }
        PostOutcome released =
                points.post(
                        new PointsCommand.Release(
                                OrderTenders.part(order, "release"),
                                order.memberId(),
                                Points.POINTS,
                                OrderTenders.part(order, "hold"),
                                OrderTenders.SOURCE));
        if (released instanceof PostOutcome.Refused) {
            // taken already, or the hold ran out by itself; only the first leaves something to
            // return
            points.post(
                    new PointsCommand.GiveBack(
                            OrderTenders.part(order, "points-back"),
                            order.memberId(),
                            Points.POINTS,
                            OrderTenders.part(order, "points"),
                            plan.points(),
                            OrderTenders.SOURCE));
        }
    }

    void giveBack(Order order, TenderReturned returned) {
        PostOutcome outcome =
                points.post(
                        new PointsCommand.GiveBack(
                                returned.reference(),
                                order.memberId(),
                                Points.POINTS,
                                OrderTenders.part(order, "points"),
                                returned.amount(),
                                OrderTenders.SOURCE));
        if (outcome instanceof PostOutcome.Refused refused) {
            throw new IllegalStateException("Points of a ticket not given back: " + refused);
        }
    }

    void giveBackToFamily(Order order, TenderReturned returned) {
        PooledPoints.Outcome outcome =
                pool.giveBack(
                        new PooledPoints.Return(
                                returned.reference(),
                                OrderTenders.part(order, "family"),
                                returned.amount(),
                                OrderTenders.SOURCE));
        if (outcome instanceof PooledPoints.Outcome.Refused refused) {
            throw new IllegalStateException("A family's points not given back: " + refused);
        }
    }
}

package dev.waystation.platform.members.benefits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.StubbornRow;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.foundation.jobs.TimerWheel;
import dev.waystation.platform.foundation.wiring.WorldClock;
import dev.waystation.platform.members.benefits.model.Reward;
import dev.waystation.platform.members.benefits.model.RewardOrder;
import dev.waystation.platform.members.benefits.model.RewardState;
import dev.waystation.platform.members.benefits.usecase.ExpireRewards;
import dev.waystation.platform.members.benefits.usecase.MoveReward;
import dev.waystation.platform.members.benefits.usecase.RequestReward;
import dev.waystation.platform.members.benefits.usecase.ShowRewards;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCredit;
import dev.waystation.platform.selling.payment.PaymentIntent;
import dev.waystation.platform.selling.payment.SandboxPayments;
import dev.waystation.testkit.Capability;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformIT
class RewardMallIT {

    @Autowired ShowRewards show;
    @Autowired RequestReward request;
    @Autowired MoveReward move;
    @Autowired Points points;
    @Autowired SandboxPayments sandbox;
    @Autowired FactPump pump;
    @Autowired TimerWheel timers;
    @Autowired WorldClock clock;
    @Autowired ExpireRewards expire;
    @Autowired JdbcClient jdbc;

    private final long member = Campaigns.somebody();

    @Test
    @Capability("L56")
    void pointsAndCashShareThePriceWithinTheirBoundsAndAfterTheFirstUseThreshold() {
        long reward = reward(10_000, 2_000, 8_000, 10_000, 5);
        assertThat(refused(reward, 1_999)).isEqualTo(RewardRefusal.TOO_FEW_POINTS_IN_THE_SHARE);
        assertThat(refused(reward, 8_001)).isEqualTo(RewardRefusal.TOO_MANY_POINTS_IN_THE_SHARE);
        credit(9_999);
        assertThat(refused(reward, 5_000)).isEqualTo(RewardRefusal.FIRST_USE_NEEDS_MORE_POINTS);
        credit(1);
        RequestReward.Outcome.Held held = held(reward, 5_000);
        assertThat(held.order().paid()).isEqualTo(new Reward.Split(5_000, 5_000));
        pay(held);
        assertThat(state(held.order())).isEqualTo(RewardState.CONFIRMED);
        assertThat(spendable()).isEqualTo(5_000);
        // used once: the threshold no longer stands in the way
        assertThat(held(reward, 2_000).order().state()).isEqualTo(RewardState.HELD);
    }

    @Test
    @Capability("L55")
    void pointsAloneConfirmFulfilAndReverseToTheLotsTheyCameFrom() {
        credit(20_000);
        long reward = reward(10_000, 10_000, 10_000, 0, 1);
        RewardOrder order = held(reward, 10_000).order();
        pump.drain();
        assertThat(state(order)).isEqualTo(RewardState.CONFIRMED);
        assertThat(refused(reward, 10_000)).isEqualTo(RewardRefusal.REWARD_IS_SOLD_OUT);
        move.fulfil(order.reference());
        move.fulfil(order.reference());
        assertThat(spendable()).isEqualTo(10_000);
        move.reverse(order.reference(), "faulty");
        move.reverse(order.reference(), "faulty");
        assertThat(state(order)).isEqualTo(RewardState.REVERSED);
        assertThat(spendable()).isEqualTo(20_000);
    }

    @Test
    @Capability("L55")
    void anUnpaidOrderExpiresACancelledOneFreesItsPointsAndLateCashGoesBack() {
        credit(20_000);
        long reward = reward(10_000, 0, 5_000, 0, 3);
        RequestReward.Outcome.Held late = held(reward, 5_000);
        assertThat(spendable()).isEqualTo(15_000);
        clock.advance(Duration.ofMinutes(31));
        timers.runDue();
        assertThat(state(late.order())).isEqualTo(RewardState.EXPIRED);
        pay(late);
        assertThat(state(late.order())).isEqualTo(RewardState.EXPIRED);
        RewardOrder given = held(reward, 5_000).order();
        move.cancel(given.reference(), "member");
        assertThat(state(given)).isEqualTo(RewardState.CANCELLED);
        assertThat(spendable()).isEqualTo(20_000);
        assertThat(stock(reward)).isEqualTo(3);
    }

    @Test
    void anOrderThatCannotBeEndedKeepsNoOtherFromExpiring() {
        credit(20_000);
        long reward = reward(10_000, 0, 5_000, 0, 3);
        RewardOrder broken = held(reward, 5_000).order();
        RewardOrder next = held(reward, 5_000).order();
        clock.advance(Duration.ofMinutes(31));
        try (var stuck =
                new StubbornRow(
                        jdbc,
                        "benefits.reward_order",
                        "old.order_ref = '" + broken.reference() + "'")) {
            assertThatThrownBy(() -> expire.handle(clock.instant()))
                    .hasMessageContaining("stubborn");
            assertThat(state(next)).as("%s", stuck).isEqualTo(RewardState.EXPIRED);
        }
        assertThat(state(broken)).isEqualTo(RewardState.HELD);
        expire.handle(clock.instant());
        assertThat(state(broken)).isEqualTo(RewardState.EXPIRED);
        assertThat(spendable()).isEqualTo(20_000);
    }

    @ParameterizedTest
    @EnumSource(RewardState.class)
    @Capability("L55")
    void everyStepThatIsNotNamedIsRefusedAndChangesNothing(RewardState from) {
        credit(40_000);
        long reward = reward(10_000, 0, 10_000, 0, 9);
        RewardOrder order = at(from, reward);
        long before = spendable();
        Set<RewardState> wanted =
                EnumSet.of(
                        RewardState.FULFILLED,
                        RewardState.CANCELLED,
                        RewardState.EXPIRED,
                        RewardState.REVERSED);
        wanted.removeAll(from.next());
        wanted.remove(from);
        for (RewardState to : wanted) {
            assertThat(step(order, to))
                    .as(from + " to " + to)
                    .isInstanceOf(MoveReward.Outcome.Refused.class);
        }
        assertThat(state(order)).isEqualTo(from == RewardState.REQUESTED ? RewardState.HELD : from);
        assertThat(spendable()).isEqualTo(before);
    }

    /** An order in a state; REQUESTED never outlives its transaction, HELD stands for it. */
    private RewardOrder at(RewardState state, long reward) {
        RewardOrder order =
                held(
                                reward,
                                state == RewardState.HELD || state == RewardState.REQUESTED
                                        ? 5_000
                                        : 10_000)
                        .order();
        switch (state) {
            case REQUESTED, HELD -> {}
            case CANCELLED -> move.cancel(order.reference(), "test");
            case EXPIRED -> move.expire(order.reference());
            case CONFIRMED -> pump.drain();
            case FULFILLED -> {
                pump.drain();
                move.fulfil(order.reference());
            }
            case REVERSED -> {
                pump.drain();
                move.reverse(order.reference(), "test");
            }
        }
        return order;
    }

    private MoveReward.Outcome step(RewardOrder order, RewardState to) {
        return switch (to) {
            case FULFILLED -> move.fulfil(order.reference());
            case CANCELLED -> move.cancel(order.reference(), "test");
            case EXPIRED -> move.expire(order.reference());
            case REVERSED -> move.reverse(order.reference(), "test");
            case REQUESTED, HELD, CONFIRMED ->
                    throw new IllegalArgumentException("no use case asks for " + to);
        };
    }

    private long reward(long price, int least, int most, long first, long stock) {
        return show.add(
                new Reward(
                        0,
                        new Said("保温杯", "Flask"),
                        price,
                        100,
                        least,
                        most,
                        first,
                        5,
                        stock,
                        true));
    }

    private RequestReward.Outcome ask(long reward, long amount) {
        return request.handle(new RequestReward.Command(UUID.randomUUID(), member, reward, amount));
    }

    private RequestReward.Outcome.Held held(long reward, long amount) {
        return (RequestReward.Outcome.Held) ask(reward, amount);
    }

    private RewardRefusal refused(long reward, long amount) {
        return ((RequestReward.Outcome.Refused) ask(reward, amount)).code();
    }

    private void pay(RequestReward.Outcome.Held held) {
        PaymentIntent intent = Objects.requireNonNull(held.intent());
        sandbox.approve(intent.id());
        pump.drain();
    }

    private RewardState state(RewardOrder order) {
        return show.orders(member).stream()
                .filter(each -> each.reference().equals(order.reference()))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private long stock(long reward) {
        return show.rewards().stream()
                .filter(each -> each.id() == reward)
                .findFirst()
                .orElseThrow()
                .stock();
    }

    private long spendable() {
        return points.balance(member, Points.POINTS).spendable();
    }

    private void credit(long amount) {
        points.credit(
                new PointsCredit(
                        UUID.randomUUID(),
                        member,
                        Points.POINTS,
                        amount,
                        LocalDate.now(clock).plusDays(300),
                        Explanation.of(Said.same("test")),
                        "test"));
    }
}

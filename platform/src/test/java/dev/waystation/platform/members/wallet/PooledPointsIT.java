package dev.waystation.platform.members.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.members.membership.Household;
import dev.waystation.platform.members.membership.store.HouseholdStore;
import dev.waystation.platform.members.wallet.usecase.CarryOut;
import dev.waystation.platform.members.wallet.usecase.ShowPoints;
import dev.waystation.testkit.Capability;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformIT
class PooledPointsIT {

    @Autowired PooledPoints pool;
    @Autowired Points points;
    @Autowired HouseholdStore households;
    @Autowired ShowPoints show;
    @Autowired CarryOut carryOut;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    @Test
    @Capability("L84")
    void aPoolOfFourSpendsOneLeavesAndTheCancelledSpendFindsEveryOwner() {
        Kinsfolk four = Kinsfolk.of(4, households, clock);
        LocalDate today = LocalDate.now(clock);
        for (int i = 0; i < 4; i++) {
            points.post(four.people().get(i).credit(1_000, today.plusDays(10 + i)));
        }
        UUID draw = UUID.randomUUID();
        PooledPoints.Outcome drawn = draw(draw, four.owner(), 2_500);
        assertThat(balances(four)).containsExactly(0L, 0L, 500L, 1_000L);
        assertThat(((PooledPoints.Outcome.Done) drawn).parts())
                .containsExactly(
                        part(four, 0, today.plusDays(10), 1_000),
                        part(four, 1, today.plusDays(11), 1_000),
                        part(four, 2, today.plusDays(12), 500));
        households.end(
                four.household(),
                List.of(four.people().get(1).memberId()),
                "LEFT",
                clock.instant());
        assertThat(back(draw, 700)).isInstanceOf(PooledPoints.Outcome.Done.class);
        assertThat(balances(four))
                .as("what was taken last is back first, also to who left")
                .containsExactly(0L, 200L, 1_000L, 1_000L);
        assertThat(back(draw, 1_800)).isInstanceOf(PooledPoints.Outcome.Done.class);
        assertThat(balances(four)).containsOnly(1_000L);
        assertThat(back(draw, 1))
                .isEqualTo(
                        new PooledPoints.Outcome.Refused(
                                PoolRefusal.POOL_RETURN_EXCEEDS_DRAW, 1, 0));
        assertThat(points.balance(four.people().get(2).memberId(), Points.POINTS).expiring())
                .as("in the lots they came from")
                .containsExactly(new Balance.Expiring(today.plusDays(12), 1_000));
        assertThat(show.verify().sound()).isTrue();
    }

    @Test
    @Capability("L84")
    void proRataTakesFromEverybodyAndTheSameReferenceTakesOnce() {
        Kinsfolk three = Kinsfolk.of(3, households, clock);
        LocalDate today = LocalDate.now(clock);
        long[] owned = {600, 300, 100};
        for (int i = 0; i < 3; i++) {
            points.post(three.people().get(i).credit(owned[i], today.plusDays(10)));
        }
        households.rules(three.household(), Household.DrawOrder.PRO_RATA, false);
        UUID draw = UUID.randomUUID();
        draw(draw, three.owner(), 101);
        PooledPoints.Outcome again = draw(draw, three.owner(), 101);
        assertThat(balances(three)).containsExactly(539L, 270L, 90L);
        assertThat(((PooledPoints.Outcome.Done) again).repeated()).isTrue();
        assertThat(code(draw(draw, three.owner(), 102)))
                .isEqualTo(PoolRefusal.POOL_REFERENCE_TAKEN);
    }

    @Test
    @Capability("L84")
    void sharesLimitsTheOwnersRuleAndAFreezeAreKept() {
        Kinsfolk two = Kinsfolk.of(2, households, clock);
        Wishes child = two.people().get(1);
        LocalDate today = LocalDate.now(clock);
        points.post(two.owner().credit(1_000, today.plusDays(30)));
        households.set(two.household(), two.owner().memberId(), 50, null);
        households.set(two.household(), child.memberId(), 100, 400L);
        assertThat(pool.offer(child.memberId()).possible()).isEqualTo(400);
        assertThat(draw(UUID.randomUUID(), child, 401))
                .isEqualTo(
                        new PooledPoints.Outcome.Refused(PoolRefusal.POOL_LIMIT_REACHED, 401, 400));
        UUID first = UUID.randomUUID();
        draw(first, child, 400);
        assertThat(code(draw(UUID.randomUUID(), child, 1)))
                .isEqualTo(PoolRefusal.POOL_LIMIT_REACHED);
        back(first, 100);
        assertThat(draw(UUID.randomUUID(), child, 100))
                .as("what came back counts as not drawn")
                .isInstanceOf(PooledPoints.Outcome.Done.class);
        assertThat(draw(UUID.randomUUID(), two.owner(), 101))
                .as("half of a thousand, 400 of it drawn")
                .isEqualTo(new PooledPoints.Outcome.Refused(PoolRefusal.POOL_IS_TOO_LOW, 101, 100));
        households.rules(two.household(), Household.DrawOrder.EARLIEST, true);
        assertThat(code(draw(UUID.randomUUID(), child, 1))).isEqualTo(PoolRefusal.POOL_OWNER_ONLY);
        households.freeze(two.household(), "points traded", clock.instant());
        assertThat(code(draw(UUID.randomUUID(), two.owner(), 1)))
                .isEqualTo(PoolRefusal.POOL_IS_FROZEN);
        assertThat(points.post(two.owner().spend(1)))
                .as("their own points stay theirs")
                .isInstanceOf(PostOutcome.Posted.class);
    }

    @Test
    @Capability("L84")
    void nobodyDrawsOrGivesBeforeTheWaitIsOver() {
        Kinsfolk one = Kinsfolk.of(1, households, clock);
        Wishes late = Wishes.ofSomebody();
        LocalDate today = LocalDate.now(clock);
        points.post(late.credit(500, today.plusDays(30)));
        households.join(
                one.household(),
                new Household.Kin(
                        late.memberId(), Household.Role.ADULT, null, 100, null, today.plusDays(7)),
                clock.instant());
        assertThat(code(draw(UUID.randomUUID(), late, 1)))
                .isEqualTo(PoolRefusal.POOL_NOT_ACTIVE_YET);
        assertThat(code(draw(UUID.randomUUID(), one.owner(), 1)))
                .isEqualTo(PoolRefusal.POOL_IS_TOO_LOW);
    }

    @Test
    @Capability("L84")
    void tiersStayPersonalBecauseOnlyRedeemablePointsAreDrawn() {
        Kinsfolk two = Kinsfolk.of(2, households, clock);
        LocalDate today = LocalDate.now(clock);
        for (Wishes each : two.people()) {
            points.post(each.credit(500, today.plusDays(30)));
            points.post(
                    new PointsCommand.Credit(
                            UUID.randomUUID(),
                            each.memberId(),
                            Points.QUALIFYING,
                            70,
                            today.plusDays(30),
                            Wishes.WHY,
                            "travel"));
        }
        draw(UUID.randomUUID(), two.owner(), 900);
        for (Wishes each : two.people()) {
            assertThat(points.balance(each.memberId(), Points.QUALIFYING).spendable())
                    .isEqualTo(70);
        }
    }

    @Test
    @Capability("L84")
    void aDrawThatACrashInterruptedAfterItsDecisionIsFinishedOnce() {
        Kinsfolk two = Kinsfolk.of(2, households, clock);
        LocalDate today = LocalDate.now(clock);
        two.people().forEach(each -> points.post(each.credit(300, today.plusDays(30))));
        UUID draw = UUID.randomUUID();
        draw(draw, two.owner(), 500);
        List<Long> after = balances(two);
        jdbc.sql(
                        """
                        update wallet.joint_move
                        set state = 'DECIDED', decided_at = decided_at - interval '5 minutes'
                        where reference = :reference
                        """)
                .param("reference", draw)
                .update();
        assertThat(carryOut.finish()).isPositive();
        assertThat(balances(two)).isEqualTo(after);
        assertThat(carryOut.finish()).isZero();
    }

    private PooledPoints.Outcome draw(UUID reference, Wishes by, long amount) {
        return pool.draw(
                new PooledPoints.Draw(reference, by.memberId(), amount, "upgrade", "ord_1"));
    }

    private PooledPoints.Outcome back(UUID draw, long amount) {
        return pool.giveBack(new PooledPoints.Return(UUID.randomUUID(), draw, amount, "cancelled"));
    }

    private List<Long> balances(Kinsfolk family) {
        return family.people().stream()
                .map(each -> points.balance(each.memberId(), Points.POINTS).spendable())
                .toList();
    }

    private static PooledPoints.Part part(Kinsfolk family, int who, LocalDate day, long amount) {
        return new PooledPoints.Part(family.people().get(who).memberId(), day, amount);
    }

    private static PoolRefusal code(PooledPoints.Outcome outcome) {
        assertThat(outcome).isInstanceOf(PooledPoints.Outcome.Refused.class);
        return ((PooledPoints.Outcome.Refused) outcome).code();
    }
}

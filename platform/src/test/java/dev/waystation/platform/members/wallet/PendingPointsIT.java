package dev.waystation.platform.members.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.members.wallet.usecase.SettlePromises;
import dev.waystation.platform.members.wallet.usecase.ShowPoints;
import dev.waystation.testkit.Capability;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Earns that wait, earns that are taken back, and taking back that is undone. */
@PlatformIT
class PendingPointsIT {

    @Autowired Points points;
    @Autowired SettlePromises promises;
    @Autowired ShowPoints show;
    @Autowired Clock clock;

    private final Wishes somebody = Wishes.ofSomebody();
    private final String order = "ord_" + UUID.randomUUID();

    @Test
    @Capability("L23")
    @Capability("L16")
    void anEarnWaitsUntilBoardingAndIsValidForAYearFromThenOn() {
        points.post(somebody.promise(order, 500, null));
        assertThat(balance().pending()).isEqualTo(500);
        assertThat(balance().spendable()).isZero();
        assertThat(points.post(somebody.spend(1))).isInstanceOf(PostOutcome.Refused.class);
        promises.activate(order);
        assertThat(balance().pending()).isZero();
        assertThat(balance().expiring())
                .containsExactly(
                        new Balance.Expiring(
                                points.lastDay(Points.POINTS, LocalDate.now(clock)), 500));
        assertThat(show.verify().sound()).isTrue();
    }

    @Test
    @Capability("L23")
    void anEarnComesTrueByItselfWhenItsTimeHasCome() {
        points.post(somebody.promise(order, 500, clock.instant().plusSeconds(60)));
        points.post(somebody.promise(order, 70, clock.instant().minusSeconds(1)));
        assertThat(promises.due()).isEqualTo(1);
        assertThat(promises.due()).isZero();
        assertThat(balance().spendable()).isEqualTo(70);
        assertThat(balance().pending()).isEqualTo(500);
    }

    @Test
    @Capability("L24")
    void promisesAreActivatedOrCancelledByOrderOrOneByOneAndSettleOnce() {
        PointsCommand.Promise first = somebody.promise(order, 500, null);
        points.post(first);
        points.post(somebody.promise(order, 70, null));
        points.post(
                new PointsCommand.Cancel(
                        UUID.randomUUID(),
                        somebody.memberId(),
                        Points.POINTS,
                        first.reference(),
                        200,
                        "one traveller less"));
        assertThat(balance().pending()).isEqualTo(370);
        assertThat(promises.activate(order)).hasSize(2);
        assertThat(promises.activate(order)).isEmpty();
        assertThat(promises.cancel(order)).isEmpty();
        assertThat(balance().spendable()).isEqualTo(370);
        String other = order + "-b";
        points.post(somebody.promise(other, 90, null));
        promises.cancel(other);
        assertThat(balance().pending()).isZero();
        assertThat(balance().spendable()).isEqualTo(370);
        assertThat(show.verify().sound()).isTrue();
    }

    @Test
    void takingBackAnEarnCancelsWhatIsStillPromisedAndTakesTheRestAfterItCameTrue() {
        PointsCommand.Promise promise = somebody.promise(order, 500, null);
        points.post(promise);
        points.post(somebody.takeBack(promise, 200));
        assertThat(balance().pending()).isEqualTo(300);
        promises.activate(order);
        assertThat(points.post(somebody.takeBack(promise, 301)))
                .isEqualTo(new PostOutcome.Refused(WalletRefusal.TAKE_BACK_EXCEEDS_EARN, 301, 300));
        points.post(somebody.takeBack(promise, 300));
        assertThat(balance().spendable()).isZero();
        assertThat(show.verify().sound()).isTrue();
    }

    @Test
    @Capability("L29")
    void aTakingBackIsUndoneOnceAndTheOrderCanBeRefundedAgain() {
        PointsCommand.Credit earn = somebody.credit(5_000, LocalDate.now(clock).plusDays(60));
        points.post(earn);
        points.post(somebody.spend(4_000));
        PointsCommand.TakeBack refund = somebody.takeBack(earn, 5_000);
        points.post(refund);
        assertThat(balance().spendable()).isZero();
        points.post(somebody.restore(refund));
        assertThat(balance().spendable()).isEqualTo(1_000);
        assertThat(points.post(somebody.restore(refund)))
                .isEqualTo(new PostOutcome.Refused(WalletRefusal.ALREADY_UNDONE, 0, 0));
        assertThat(points.post(somebody.takeBack(earn, 5_000)))
                .isInstanceOfSatisfying(
                        PostOutcome.Posted.class,
                        again -> assertThat(again.amount()).isEqualTo(1_000));
        assertThat(show.verify().sound()).isTrue();
    }

    @Test
    @Capability("L25")
    @Capability("L26")
    void tierPointsOfARefundedRideAreOwedUpToTheTiersLimitAndRepaidFirst() {
        PointsCommand.Credit earn = qualifying(5_000);
        points.post(earn);
        points.post(
                new PointsCommand.Spend(
                        UUID.randomUUID(),
                        somebody.memberId(),
                        Points.QUALIFYING,
                        4_000,
                        "review"));
        points.post(
                new PointsCommand.TakeBack(
                        UUID.randomUUID(),
                        somebody.memberId(),
                        Points.QUALIFYING,
                        earn.reference(),
                        5_000,
                        "refund",
                        2_500L));
        assertThat(points.balance(somebody.memberId(), Points.QUALIFYING).debt()).isEqualTo(2_500);
        points.post(qualifying(3_000));
        Balance after = points.balance(somebody.memberId(), Points.QUALIFYING);
        assertThat(after.debt()).isZero();
        assertThat(after.spendable()).isEqualTo(500);
    }

    @Test
    void aBundleIsPostedAsAWholeOrNotAtAll() {
        points.post(somebody.credit(300, LocalDate.now(clock).plusDays(60)));
        PointsCommand.Spend spend = somebody.spend(200);
        PostOutcome refused =
                points.post(
                        new PointsCommand.Together(java.util.List.of(spend, somebody.spend(101))));
        assertThat(refused)
                .isEqualTo(new PostOutcome.Refused(WalletRefusal.BALANCE_IS_TOO_LOW, 101, 100));
        assertThat(balance().spendable()).isEqualTo(300);
        points.post(new PointsCommand.Together(java.util.List.of(spend, somebody.spend(100))));
        assertThat(balance().spendable()).isZero();
        assertThat(show.verify().sound()).isTrue();
    }

    private PointsCommand.Credit qualifying(long amount) {
        return new PointsCommand.Credit(
                UUID.randomUUID(),
                somebody.memberId(),
                Points.QUALIFYING,
                amount,
                LocalDate.now(clock).plusDays(60),
                Wishes.WHY,
                "travel");
    }

    private Balance balance() {
        return points.balance(somebody.memberId(), Points.POINTS);
    }
}

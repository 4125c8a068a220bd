package dev.waystation.platform.members.benefits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.foundation.wiring.WorldClock;
import dev.waystation.platform.members.benefits.model.Reward;
import dev.waystation.platform.members.benefits.model.RewardOrder;
import dev.waystation.platform.members.benefits.usecase.GiveReward;
import dev.waystation.platform.members.benefits.usecase.MoveReward;
import dev.waystation.platform.members.benefits.usecase.RequestReward;
import dev.waystation.platform.members.benefits.usecase.ShowGifts;
import dev.waystation.platform.members.benefits.usecase.ShowRewards;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCredit;
import dev.waystation.testkit.Capability;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformIT
class GiftRewardIT {

    @Autowired ShowRewards show;
    @Autowired RequestReward request;
    @Autowired MoveReward move;
    @Autowired GiveReward give;
    @Autowired ShowGifts gifts;
    @Autowired Points points;
    @Autowired FactPump pump;
    @Autowired WorldClock clock;

    private final long ann = Campaigns.somebody();
    private final long ben = Campaigns.somebody();
    private final long eve = Campaigns.somebody();

    @Test
    @Capability("L59")
    void aRewardChangesHandsSoOftenAndNotOnceMore() {
        UUID order = bought(2);
        assertThat(refusal(give.offer(order, ben))).isEqualTo(GiftRefusal.GIFT_IS_NOT_YOURS);
        UUID first = offered(order, ann);
        assertThat(offered(order, ann)).as("the same offer again").isEqualTo(first);
        assertThat(refusal(give.take(first, ann))).isEqualTo(GiftRefusal.GIFT_TO_ONESELF);
        taken(first, ben);
        taken(first, ben);
        assertThat(refusal(give.take(first, eve))).isEqualTo(GiftRefusal.GIFT_CODE_UNKNOWN);
        assertThat(refusal(give.offer(order, ann))).isEqualTo(GiftRefusal.GIFT_IS_NOT_YOURS);
        assertThat(holds(ben, order)).isTrue();
        taken(offered(order, ben), eve);
        assertThat(holds(ben, order)).isFalse();
        assertThat(holds(eve, order)).isTrue();
        assertThat(refusal(give.offer(order, eve))).isEqualTo(GiftRefusal.GIFT_LIMIT_IS_REACHED);
    }

    @Test
    @Capability("L59")
    void aDeclinedGiftStaysWithItsGiverAndDidNotChangeHands() {
        UUID order = bought(1);
        UUID no = offered(order, ann);
        assertThat(gifts.behind(no, ben).orElseThrow().state()).isEqualTo(ShowGifts.State.WAITING);
        assertThat(give.decline(no)).isTrue();
        assertThat(give.decline(no)).as("once").isFalse();
        assertThat(refusal(give.take(no, ben))).isEqualTo(GiftRefusal.GIFT_CODE_UNKNOWN);
        assertThat(gifts.given(ann).getFirst().state()).isEqualTo(ShowGifts.State.DECLINED);
        UUID yes = offered(order, ann);
        assertThat(yes).isNotEqualTo(no);
        taken(yes, ben);
        assertThat(give.decline(yes)).as("what was taken stays taken").isFalse();
        assertThat(gifts.received(order, ben).orElseThrow().mine()).isTrue();
        assertThat(refusal(give.offer(order, ben))).isEqualTo(GiftRefusal.GIFT_LIMIT_IS_REACHED);
    }

    @Test
    @Capability("L59")
    void whatWasCollectedStaysAndAReversalPaysThePayer() {
        UUID collected = bought(1);
        move.fulfil(collected);
        assertThat(refusal(give.offer(collected, ann))).isEqualTo(GiftRefusal.GIFT_NOT_READY);
        UUID given = bought(1);
        taken(offered(given, ann), ben);
        move.reverse(given, "faulty");
        assertThat(points.balance(ann, Points.POINTS).spendable()).isEqualTo(10_000);
        assertThat(points.balance(ben, Points.POINTS).spendable()).isZero();
    }

    @Test
    @Capability("L59")
    void ofManyWhoSendTheCodeOneGetsIt() throws Exception {
        UUID code = offered(bought(5), ann);
        int got = 0;
        try (ExecutorService pool = Executors.newFixedThreadPool(32)) {
            List<Future<GiveReward.Outcome>> all = new ArrayList<>();
            for (int i = 0; i < 32; i++) {
                all.add(pool.submit(() -> give.take(code, Campaigns.somebody())));
            }
            for (Future<GiveReward.Outcome> each : all) {
                got += each.get() instanceof GiveReward.Outcome.Taken ? 1 : 0;
            }
        }
        assertThat(got).isEqualTo(1);
    }

    private UUID bought(int gifts) {
        points.credit(
                new PointsCredit(
                        UUID.randomUUID(),
                        ann,
                        Points.POINTS,
                        10_000,
                        LocalDate.now(clock).plusDays(300),
                        Explanation.of(Said.same("test")),
                        "test"));
        long reward =
                show.add(
                        new Reward(
                                0,
                                new Said("保温杯", "Flask"),
                                10_000,
                                100,
                                10_000,
                                10_000,
                                0,
                                5,
                                5,
                                true));
        give.allow(reward, gifts);
        RewardOrder order =
                ((RequestReward.Outcome.Held)
                                request.handle(
                                        new RequestReward.Command(
                                                UUID.randomUUID(), ann, reward, 10_000)))
                        .order();
        pump.drain();
        return order.reference();
    }

    private UUID offered(UUID order, long giver) {
        return ((GiveReward.Outcome.Offered) give.offer(order, giver)).code();
    }

    private void taken(UUID code, long receiver) {
        assertThat(give.take(code, receiver)).isInstanceOf(GiveReward.Outcome.Taken.class);
    }

    private boolean holds(long member, UUID order) {
        return give.heldBy(member).stream().anyMatch(each -> each.reference().equals(order));
    }

    private static GiftRefusal refusal(GiveReward.Outcome outcome) {
        return ((GiveReward.Outcome.Refused) outcome).code();
    }
}

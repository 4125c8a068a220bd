package dev.waystation.platform.members.benefits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.members.benefits.model.Campaign;
import dev.waystation.platform.members.benefits.usecase.DraftCampaign;
import dev.waystation.testkit.Capability;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformIT
class CouponRaceIT {

    private static final int USERS = 1_000;
    private static final int CLIENTS = 32;

    @Autowired Coupons coupons;
    @Autowired Claims claims;
    @Autowired DraftCampaign drafts;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;
    @Autowired TransactionTemplate transaction;

    @Test
    @Capability("L65")
    void aThousandParallelUsersOfAHundredUseCodeGetExactlyAHundred() throws Exception {
        String code = Campaigns.freshCode();
        long campaign =
                new Campaigns(drafts, clock)
                        .amountOff(100, Campaign.Kind.PUBLIC, Campaigns.total(100), code);
        List<CouponRefusal> refusals = Collections.synchronizedList(new ArrayList<>());
        int won = race(USERS, user -> buy(code, user % 7 == 0, refusals));
        assertThat(won).isEqualTo(100);
        assertThat(refusals)
                .hasSize(USERS - 100)
                .containsOnly(CouponRefusal.COUPON_LIMIT_IS_REACHED);
        assertThat(
                        jdbc.sql(
                                        """
                                        select count(*) from benefits.redemption
                                        where campaign_id = :c and state = 'REDEEMED'
                                        """)
                                .param("c", campaign)
                                .query(Long.class)
                                .single())
                .isEqualTo(100);
    }

    /** The control: look first, count afterwards, as shops do that oversell. */
    @Test
    void controlCheckingTheCounterFirstAndCountingAfterwardsSellsTooMany() throws Exception {
        jdbc.sql("create table if not exists public.unguarded_code (left_over int)").update();
        jdbc.sql("insert into public.unguarded_code values (1)").update();
        CyclicBarrier together = new CyclicBarrier(8);
        int won =
                race(
                        8,
                        user -> {
                            int left =
                                    jdbc.sql("select left_over from public.unguarded_code")
                                            .query(Integer.class)
                                            .single();
                            await(together);
                            return left > 0
                                    && jdbc.sql("update public.unguarded_code set left_over = :l")
                                                    .param("l", left - 1)
                                                    .update()
                                            == 1;
                        });
        jdbc.sql("drop table public.unguarded_code").update();
        assertThat(won).isGreaterThan(1);
    }

    @Test
    void twoOrdersWithTheSameTwoCouponsInOtherOrdersNeverWaitForEachOther() throws Exception {
        Campaigns campaigns = new Campaigns(drafts, clock);
        String one = Campaigns.freshCode();
        String two = Campaigns.freshCode();
        campaigns.amountOff(100, Campaign.Kind.PUBLIC, Campaigns.total(300), one);
        campaigns.amountOff(200, Campaign.Kind.PUBLIC, Campaigns.total(300), two);
        int won =
                race(
                        400,
                        user ->
                                coupons.reserve(
                                                Campaigns.order(
                                                        Campaigns.somebody(),
                                                        Coupon.cart(10_000),
                                                        clock.instant().plusSeconds(60),
                                                        user % 2 == 0
                                                                ? new String[] {one, two}
                                                                : new String[] {two, one}))
                                        instanceof ReserveOutcome.Reserved);
        assertThat(won).isEqualTo(300);
    }

    @Test
    void aStockIsHandedOutToTheLastAndNobodyHasTwo() throws Exception {
        long campaign =
                new Campaigns(drafts, clock)
                        .amountOff(100, Campaign.Kind.PERSONAL, Campaigns.stock(500), null);
        int won =
                race(
                        4_000,
                        user ->
                                claims.claim(
                                                new Claim(
                                                        UUID.randomUUID(),
                                                        8_000_000_000L + user % 900,
                                                        campaign,
                                                        Claim.OWN_HAND))
                                        instanceof ClaimOutcome.Claimed);
        assertThat(won).isEqualTo(500);
        assertThat(
                        jdbc.sql(
                                        """
                                        select count(*) || ' ' || count(distinct member_id) || ' '
                                               || max(sequence)
                                        from benefits.coupon where campaign_id = :c
                                        """)
                                .param("c", campaign)
                                .query(String.class)
                                .single())
                .isEqualTo("500 500 500");
    }

    @Test
    void aRepeatedClaimGetsTheSameCouponAndAnotherMemberNone() {
        long campaign =
                new Campaigns(drafts, clock)
                        .amountOff(100, Campaign.Kind.PERSONAL, Campaigns.stock(1), null);
        Claim claim = new Claim(UUID.randomUUID(), Campaigns.somebody(), campaign, Claim.OWN_HAND);
        ClaimOutcome.Claimed first = (ClaimOutcome.Claimed) claims.claim(claim);
        ClaimOutcome.Claimed again = (ClaimOutcome.Claimed) claims.claim(claim);
        assertThat(again.couponId()).isEqualTo(first.couponId());
        assertThat(again.repeated()).isTrue();
        assertThat(claims.claim(new Claim(UUID.randomUUID(), 1, campaign, Claim.OWN_HAND)))
                .isEqualTo(new ClaimOutcome.Refused(CouponRefusal.CLAIM_STOCK_IS_EMPTY, 1));
        Reservation order =
                Campaigns.order(
                        claim.memberId(),
                        Coupon.cart(10_000),
                        clock.instant().plusSeconds(60),
                        first.couponId());
        assertThat(coupons.reserve(order)).isInstanceOf(ReserveOutcome.Reserved.class);
        assertThat(coupons.redeem(order.orderRef())).isTrue();
    }

    /** Buys with the code in one transaction, as an order does; every seventh cart is left. */
    private boolean buy(String code, boolean leaves, List<CouponRefusal> refusals) {
        Reservation order =
                Campaigns.order(
                        Campaigns.somebody(),
                        Coupon.cart(10_000),
                        clock.instant().plusSeconds(600),
                        code);
        if (leaves) {
            transaction.executeWithoutResult(status -> {
                coupons.reserve(order);
                status.setRollbackOnly();
            });
        }
        return Boolean.TRUE.equals(
                transaction.execute(_ ->
                        switch (coupons.reserve(order)) {
                            case ReserveOutcome.Reserved _ -> coupons.redeem(order.orderRef());
                            case ReserveOutcome.Refused refused -> {
                                refusals.add(refused.code());
                                yield false;
                            }
                        }));
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | java.util.concurrent.BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int race(int calls, IntPredicate call) throws Exception {
        try (ExecutorService pool =
                Executors.newFixedThreadPool(CLIENTS, Thread.ofVirtual().factory())) {
            List<Future<Boolean>> answers = new ArrayList<>();
            for (int i = 0; i < calls; i++) {
                int user = i;
                answers.add(pool.submit(() -> call.test(user)));
            }
            int won = 0;
            for (Future<Boolean> answer : answers) {
                won += answer.get() ? 1 : 0;
            }
            return won;
        }
    }
}

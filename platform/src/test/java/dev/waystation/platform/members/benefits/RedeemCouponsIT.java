package dev.waystation.platform.members.benefits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.StubbornRow;
import dev.waystation.platform.foundation.jobs.Jobs;
import dev.waystation.platform.foundation.wiring.WorldClock;
import dev.waystation.platform.members.benefits.model.Campaign;
import dev.waystation.platform.members.benefits.usecase.DraftCampaign;
import dev.waystation.platform.members.benefits.usecase.ExportCodes;
import dev.waystation.platform.members.benefits.usecase.FreeCoupons;
import dev.waystation.platform.members.benefits.usecase.Guesses;
import dev.waystation.platform.members.benefits.usecase.OrderCodes;
import dev.waystation.platform.members.benefits.usecase.PriceCart;
import dev.waystation.testkit.Capability;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformIT
class RedeemCouponsIT {

    @Autowired Coupons coupons;
    @Autowired DraftCampaign drafts;
    @Autowired OrderCodes orders;
    @Autowired ExportCodes export;
    @Autowired PriceCart prices;
    @Autowired FreeCoupons free;
    @Autowired Jobs jobs;
    @Autowired JdbcClient jdbc;
    @Autowired WorldClock clock;
    @Autowired TransactionTemplate transaction;

    private Campaigns campaigns;
    private final long member = Campaigns.somebody();
    private final Cart cart = Coupon.cart(3_333, 3_333, 3_334);

    @BeforeEach
    void open() {
        campaigns = new Campaigns(drafts, clock);
    }

    @Test
    @Capability("L62")
    void aPublicCodeIsLimitedInAllPerMemberAndPerDay() {
        String code = Campaigns.freshCode();
        campaigns.amountOff(
                100, Campaign.Kind.PUBLIC, new Campaign.Limits(3L, 2L, 1, null, 1), code);
        assertThat(use(member, code)).isNull();
        assertThat(use(member, code)).isEqualTo(CouponRefusal.COUPON_MEMBER_LIMIT_IS_REACHED);
        assertThat(use(Campaigns.somebody(), code)).isNull();
        assertThat(use(Campaigns.somebody(), code))
                .isEqualTo(CouponRefusal.COUPON_DAY_LIMIT_IS_REACHED);
        clock.advance(Duration.ofDays(1));
        assertThat(use(Campaigns.somebody(), code)).isNull();
        assertThat(use(Campaigns.somebody(), code))
                .isEqualTo(CouponRefusal.COUPON_LIMIT_IS_REACHED);
    }

    @Test
    @Capability("L62")
    void aPooledCodeWorksOnceAPersonalOneForItsOwnerAndAGiftCodeUntilItsValueIsGone() {
        String pooled = code(Campaign.Kind.POOLED, null);
        assertThat(use(member, pooled)).isNull();
        assertThat(use(Campaigns.somebody(), pooled))
                .isEqualTo(CouponRefusal.COUPON_IS_IN_ANOTHER_ORDER);

        String personal = code(Campaign.Kind.PERSONAL, null);
        jdbc.sql("update benefits.code set member_id = :m where tail = :tail and uses = 0")
                .param("m", member)
                .param("tail", personal.substring(personal.length() - 4))
                .update();
        assertThat(use(Campaigns.somebody(), personal)).isEqualTo(CouponRefusal.COUPON_NOT_FOUND);
        assertThat(use(member, personal)).isNull();

        String gift = code(Campaign.Kind.POOLED, 12_000L);
        assertThat(reserved(member, gift).discountMinor()).isEqualTo(9_999);
        assertThat(reserved(member, gift).discountMinor()).isEqualTo(2_001);
        assertThat(use(member, gift)).isEqualTo(CouponRefusal.COUPON_IS_IN_ANOTHER_ORDER);
    }

    @Test
    @Capability("L63")
    void pricingACartCountsNothing() {
        String code = Campaigns.freshCode();
        long campaign = campaigns.amountOff(500, Campaign.Kind.PUBLIC, Campaigns.total(10), code);
        String before = state(campaign);
        PriceCart.Answer answer =
                prices.handle(
                        Guesses.Person.member(member),
                        cart,
                        List.of(code),
                        UUID.randomUUID(),
                        null);
        assertThat(answer.priced().discountMinor()).isEqualTo(500);
        assertThat(answer.why().reasons()).singleElement().matches(each -> each.held());
        assertThat(state(campaign)).isEqualTo(before);
    }

    @Test
    @Capability("L64")
    void anAbandonedCartFreesItsCouponAfterItsTime() {
        String code = code(Campaign.Kind.POOLED, null);
        Reservation left = order(code);
        assertThat(coupons.reserve(left)).isInstanceOf(ReserveOutcome.Reserved.class);
        free.handle(clock.instant());
        assertThat(use(member, code)).isEqualTo(CouponRefusal.COUPON_IS_IN_ANOTHER_ORDER);
        clock.advance(Duration.ofMinutes(31));
        free.handle(clock.instant());
        assertThat(use(member, code)).isNull();
        assertThat(coupons.redeem(left.orderRef())).as("another order has it now").isFalse();
    }

    @Test
    void aCartThatCannotBeFreedKeepsNoOtherCouponAway() {
        Reservation broken = order(code(Campaign.Kind.POOLED, null));
        String code = code(Campaign.Kind.POOLED, null);
        coupons.reserve(broken);
        coupons.reserve(order(code));
        clock.advance(Duration.ofMinutes(31));
        try (var stuck =
                new StubbornRow(
                        jdbc,
                        "benefits.redemption",
                        "old.order_ref = '" + broken.orderRef() + "'")) {
            assertThatThrownBy(() -> free.handle(clock.instant())).hasMessageContaining("stubborn");
            assertThat(use(member, code)).as("%s", stuck).isNull();
        }
        free.handle(clock.instant());
    }

    @Test
    void aLatePaymentTakesAFreedCouponAgainWhenNobodyElseDid() {
        Reservation order = order(code(Campaign.Kind.POOLED, null));
        coupons.reserve(order);
        coupons.giveBack(order.orderRef(), "expired");
        assertThat(coupons.redeem(order.orderRef())).isTrue();
        assertThat(coupons.redeem(order.orderRef())).as("twice is once").isTrue();
    }

    @Test
    @Capability("L69")
    void aRollbackBringsTheWholeStackAndItsValueBackOnce() {
        String gift = code(Campaign.Kind.POOLED, 3_000L);
        String pooled = code(Campaign.Kind.POOLED, null);
        Reservation order = order(gift, pooled);
        ReserveOutcome.Reserved reserved = (ReserveOutcome.Reserved) coupons.reserve(order);
        assertThat(reserved.discountMinor()).isEqualTo(4_000);
        assertThat(coupons.redeem(order.orderRef())).isTrue();
        coupons.giveBack(order.orderRef(), "refunded");
        coupons.giveBack(order.orderRef(), "refunded");
        assertThat(reserved(member, gift, pooled).discountMinor()).isEqualTo(4_000);
        assertThat(coupons.redeem(order.orderRef())).as("rolled back is over").isFalse();
    }

    @Test
    @Capability("L70")
    void refundsLineByLineReturnTheStoredPartsAndTogetherTheWhole() {
        String gift = code(Campaign.Kind.POOLED, 1_000L);
        Reservation order = order(gift);
        Map<String, Long> lines = ((ReserveOutcome.Reserved) coupons.reserve(order)).lines();
        assertThat(lines)
                .containsExactlyInAnyOrderEntriesOf(Map.of("a", 333L, "b", 333L, "c", 334L));
        coupons.redeem(order.orderRef());
        assertThat(coupons.returnLine(order.orderRef(), "b")).isEqualTo(333);
        assertThat(coupons.returnLine(order.orderRef(), "b")).as("never twice").isZero();
        assertThat(valueLeft(gift)).isEqualTo(333);
        assertThat(coupons.returnLine(order.orderRef(), "a")).isEqualTo(333);
        assertThat(coupons.returnLine(order.orderRef(), "c")).isEqualTo(334);
        assertThat(valueLeft(gift)).isEqualTo(1_000);
        assertThat(coupons.discounts(order.orderRef())).isEqualTo(lines);
    }

    @Test
    void aRefusalLeavesTheCallersTransactionAndEverythingItTookAlone() {
        String good = code(Campaign.Kind.POOLED, null);
        String full = Campaigns.freshCode();
        campaigns.amountOff(100, Campaign.Kind.PUBLIC, Campaigns.total(1), full);
        assertThat(use(member, full)).isNull();
        UUID mark = UUID.randomUUID();
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("create table if not exists public.coupon_mark (id uuid)").update();
            jdbc.sql("insert into public.coupon_mark values (:id)").param("id", mark).update();
            assertThat(coupons.reserve(order(good, full)))
                    .isInstanceOfSatisfying(
                            ReserveOutcome.Refused.class,
                            refused ->
                                    assertThat(refused.code())
                                            .isEqualTo(CouponRefusal.COUPON_LIMIT_IS_REACHED));
        });
        assertThat(
                        jdbc.sql("select count(*) from public.coupon_mark where id = :id")
                                .param("id", mark)
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
        assertThat(use(member, good)).as("the good one is free").isNull();
    }

    private @org.jspecify.annotations.Nullable CouponRefusal use(long who, String code) {
        return switch (coupons.reserve(Campaigns.order(who, cart, until(), code))) {
            case ReserveOutcome.Reserved _ -> null;
            case ReserveOutcome.Refused refused -> refused.code();
        };
    }

    private ReserveOutcome.Reserved reserved(long who, String... codes) {
        return (ReserveOutcome.Reserved)
                coupons.reserve(Campaigns.order(who, cart, until(), codes));
    }

    private Reservation order(String... codes) {
        return Campaigns.order(member, cart, until(), codes);
    }

    private Instant until() {
        return clock.instant().plus(Duration.ofMinutes(30));
    }

    private String code(Campaign.Kind kind, @org.jspecify.annotations.Nullable Long value) {
        return new FreshCodes(drafts, orders, export, jobs, clock).one(kind, value);
    }

    /**
     * The newest of its tail: other tests make codes by the million, and four characters repeat.
     */
    private long valueLeft(String code) {
        return jdbc.sql(
                        """
                        select value_left from benefits.code where tail = :tail
                        order by batch_id desc limit 1
                        """)
                .param("tail", code.substring(code.length() - 4))
                .query(Long.class)
                .single();
    }

    private String state(long campaign) {
        return jdbc.sql(
                        """
                        select (select sum(taken) from benefits.counter where campaign_id = :c) t,
                               (select count(*) from benefits.redemption where campaign_id = :c) r,
                               (select sum(taken) from benefits.member_use where campaign_id = :c) m
                        """)
                .param("c", campaign)
                .query((row, index) -> row.getLong(1) + " " + row.getLong(2) + " " + row.getLong(3))
                .single();
    }
}

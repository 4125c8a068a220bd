package dev.waystation.platform.selling.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.Together;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.foundation.jobs.TimerWheel;
import dev.waystation.platform.foundation.wiring.WorldClock;
import dev.waystation.platform.members.benefits.CouponRefusal;
import dev.waystation.platform.members.benefits.Coupons;
import dev.waystation.platform.members.benefits.model.Campaign;
import dev.waystation.platform.members.benefits.usecase.DraftCampaign;
import dev.waystation.platform.selling.booking.usecase.CancelOrder;
import dev.waystation.platform.selling.booking.usecase.RefundTicket;
import dev.waystation.platform.selling.catalogue.Run;
import dev.waystation.testkit.Capability;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** A coupon in an order: used exactly when the order is, free again when it is not. */
@PlatformIT
class CouponOrdersIT {

    @Autowired AutowireCapableBeanFactory beans;
    @Autowired CancelOrder cancelOrder;
    @Autowired RefundTicket refundTicket;
    @Autowired DraftCampaign drafts;
    @Autowired Coupons coupons;
    @Autowired Orders orders;
    @Autowired TransactionTemplate transaction;
    @Autowired FactPump pump;
    @Autowired TimerWheel timers;
    @Autowired WorldClock clock;

    private Shop shop;
    private Run run;
    private long member;
    private String code;

    @BeforeEach
    void open() {
        shop = beans.createBean(Shop.class);
        run = shop.aTrain();
        member = shop.aMember();
        code = "ORDER" + UUID.randomUUID().toString().substring(0, 8);
        oneUse(code);
    }

    @Test
    @Capability("L64")
    void anOrderTakesItsCouponAndGivesItBackWhenItIsCancelledOrExpires() {
        Order first = shop.place(wish(self()));
        assertThat(fullPrice() - first.amount().minor()).isEqualTo(1_000);
        OrderPlacement.Refused refused = shop.refused(neighboursWish());
        assertThat(Objects.requireNonNull(refused.coupon()).code())
                .isEqualTo(CouponRefusal.COUPON_LIMIT_IS_REACHED);
        cancelOrder.handle(first.id());

        Order second = shop.place(wish(self()));
        clock.advance(Duration.ofMinutes(11));
        timers.runDue();
        assertThat(shop.now(second).status()).isEqualTo(OrderStatus.EXPIRED);

        assertThat(shop.place(wish(self())).amount().minor()).isEqualTo(fullPrice() - 1_000);
    }

    @Test
    @Capability("L70")
    void refundsOfSingleTicketsReturnWhatWasPaidForThemAndTheLastOneTheCoupon() {
        long other = shop.aTraveller(member, LocalDate.of(1991, 5, 2));
        Order order = shop.place(wish(List.of(shop.self(member), other)));
        shop.pay(order);
        pump.drain();
        Order paid = shop.now(order);
        assertThat(paid.tickets().stream().mapToLong(each -> each.fare().minor()).sum())
                .isEqualTo(paid.amount().minor());
        long returned = 0;
        for (Ticket ticket : paid.tickets()) {
            RefundTicket.Outcome.Refunded refund =
                    (RefundTicket.Outcome.Refunded) refundTicket.handle(ticket.id());
            returned += refund.refund().minor() + refund.fee().minor();
        }
        assertThat(returned).isEqualTo(paid.amount().minor());
        assertThat(shop.place(wish(self())).amount().minor()).isEqualTo(fullPrice() - 1_000);
    }

    @Test
    void aPaymentAfterTheCouponWentToSomebodyElseGoesBack() {
        Order late = shop.place(wish(self()));
        shop.pay(late);
        clock.advance(Duration.ofMinutes(11));
        coupons.giveBack(late.reference(), "taken away");
        shop.place(neighboursWish());
        pump.drain();
        assertThat(shop.now(late).status()).isEqualTo(OrderStatus.EXPIRED);
    }

    @Test
    void seatsOfATryThatWasCutOffAreFreeAgainWhenTheCouponIsGoneByThen() {
        int before = shop.free(run, 0, 2);
        Order late = shop.place(wish(self()));
        long intent = orders.pay(late.id()).orElseThrow().id();
        clock.advance(Duration.ofMinutes(11));
        timers.runDue();
        shop.approve(intent);
        transaction.executeWithoutResult(status -> {
            orders.settle(late.id());
            status.setRollbackOnly();
        });
        assertThat(shop.free(run, 0, 2)).isEqualTo(before - 1);
        shop.place(neighboursWish());
        pump.drain();
        assertThat(shop.now(late).status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(shop.payment(late).refunded()).isEqualTo(late.amount());
        assertThat(shop.free(run, 0, 2)).as("the neighbour's is taken").isEqualTo(before - 1);
    }

    @Test
    void oneWishSentManyTimesAtOnceIsOneOrderWithItsCouponAndKeepsItsSeat() {
        int before = shop.free(run, 0, 2);
        OrderRequest wish = wish(self());
        List<OrderPlacement> answers = Together.run(16, _ -> orders.place(wish));
        assertThat(answers).allMatch(OrderPlacement.Placed.class::isInstance);
        assertThat(answers.stream().map(each -> ((OrderPlacement.Placed) each).order().id()))
                .containsOnly(((OrderPlacement.Placed) answers.getFirst()).order().id());
        assertThat(shop.free(run, 0, 2)).isEqualTo(before - 1);
    }

    private List<Long> self() {
        return List.of(shop.self(member));
    }

    private long fullPrice() {
        long somebody = shop.aMember();
        Order order = shop.place(shop.wish(somebody, run, List.of(shop.self(somebody))));
        cancelOrder.handle(order.id());
        return order.amount().minor();
    }

    private OrderRequest neighboursWish() {
        long neighbour = shop.aMember();
        return wish(neighbour, List.of(shop.self(neighbour)));
    }

    private OrderRequest wish(List<Long> travellers) {
        return wish(member, travellers);
    }

    private OrderRequest wish(long buyer, List<Long> travellers) {
        return new OrderRequest(
                UUID.randomUUID(),
                buyer,
                run.id().value(),
                0,
                2,
                "second",
                travellers,
                List.of(code));
    }

    private void oneUse(String publicCode) {
        drafts.handle(
                new Campaign(
                        0,
                        new Said("立减十元", "Ten yuan off"),
                        Campaign.Kind.PUBLIC,
                        Campaign.State.LIVE,
                        new Campaign.Stacking("order", "order"),
                        new Campaign.Worth("AMOUNT", 1_000, 0, 0, "CNY"),
                        Set.of("rail"),
                        Map.of("seatClass", "second"),
                        new Campaign.Window(
                                clock.instant().minusSeconds(60),
                                clock.instant().plus(Duration.ofDays(30)),
                                null),
                        new Campaign.Limits(1L, null, null, null, 1)),
                publicCode);
    }
}

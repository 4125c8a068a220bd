package dev.waystation.platform.selling.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.foundation.jobs.TimerWheel;
import dev.waystation.platform.foundation.wiring.WorldClock;
import dev.waystation.platform.members.wallet.StoredValue;
import dev.waystation.platform.selling.booking.usecase.CancelOrder;
import dev.waystation.platform.selling.booking.usecase.PayOrder;
import dev.waystation.platform.selling.booking.usecase.RefundTicket;
import dev.waystation.platform.selling.catalogue.Run;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Cash comes late for an order that the member's card pays too: never is only one of them kept. */
@PlatformIT
class LateMixedPaymentIT {

    private static final long STORED = 3_000;

    @Autowired AutowireCapableBeanFactory beans;
    @Autowired Orders orders;
    @Autowired PayOrder payOrder;
    @Autowired CancelOrder cancelOrder;
    @Autowired RefundTicket refundTicket;
    @Autowired StoredValue card;
    @Autowired FactPump pump;
    @Autowired TimerWheel timers;
    @Autowired WorldClock clock;
    @Autowired TransactionTemplate transaction;

    private Shop shop;
    private Purse purse;
    private Run run;
    private long member;

    @BeforeEach
    void somebodyWithACard() {
        shop = beans.createBean(Shop.class);
        purse = beans.createBean(Purse.class);
        run = shop.aTrain();
        member = shop.aMember();
        purse.openCard(member);
    }

    @Test
    void aCancelledOrderTakesNothingFromTheCardWhenItsCashArrives() {
        Order order = cardAndCash("second");
        cancelOrder.handle(order.id());
        cashArrives(order);
        assertNothingWasTaken(order, OrderStatus.CANCELLED);
    }

    @Test
    void anExpiredOrderThatFindsSeatsAgainIsPaidByBothAndComesBackToBoth() {
        Order order = cardAndCash("second");
        deadlinePasses();
        cashArrives(order);
        Order paid = shop.now(order);
        assertThat(paid.status()).isEqualTo(OrderStatus.PAID);
        assertThat(purse.stored(member)).isEqualTo(Purse.CARD - STORED);
        RefundTicket.Outcome.Refunded refunded =
                (RefundTicket.Outcome.Refunded) refundTicket.handle(paid.tickets().getFirst().id());
        pump.drain();
        long onCard = purse.stored(member) - (Purse.CARD - STORED);
        assertThat(onCard)
                .as("its share by the rule")
                .isBetween(
                        STORED * refunded.refund().minor() / order.amount().minor() - 1,
                        STORED * refunded.refund().minor() / order.amount().minor() + 1);
        assertThat(onCard + shop.payment(order).refunded().minor())
                .isEqualTo(refunded.refund().minor());
    }

    @Test
    void anExpiredOrderWithoutSeatsLeavesTheCardAsItWas() {
        Order order = cardAndCash("business");
        deadlinePasses();
        othersTakeAllOfBusiness();
        cashArrives(order);
        assertNothingWasTaken(order, OrderStatus.EXPIRED);
    }

    @Test
    void whatTheCardPaidInATryThatWasCutOffComesBackWithTheCash() {
        Order order = cardAndCash("second");
        deadlinePasses();
        shop.approve(shop.payment(order).id());
        cutOffWhileSettling(order);
        assertThat(purse.stored(member)).isEqualTo(Purse.CARD - STORED);
        Run other = shop.aTrain();
        shop.place(shop.wish(member, other, List.of(shop.self(member))));
        pump.drain();
        assertNothingWasTaken(order, OrderStatus.EXPIRED);
    }

    @Test
    void cardMoneyThatCameBackInATryThatWasCutOffPaysForNoSeatLater() {
        Order order = cardAndCash("business");
        deadlinePasses();
        List<Order> others = othersTakeAllOfBusiness();
        shop.approve(shop.payment(order).id());
        cutOffWhileSettling(order);
        assertThat(purse.stored(member)).isEqualTo(Purse.CARD);
        cancelOrder.handle(others.getFirst().id());
        pump.drain();
        assertNothingWasTaken(order, OrderStatus.EXPIRED);
    }

    @Test
    void theSeatIsOnSaleAgainWhenTheCardCannotPay() {
        int before = shop.free(run, 0, 2);
        Order order = cardAndCash("second");
        card.payAs(member, UUID.randomUUID(), 9_000, "railway", "another");
        cashArrives(order);
        assertThat(shop.now(order).status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(shop.free(run, 0, 2)).isEqualTo(before);
    }

    private Order cardAndCash(String seatClass) {
        Order order = shop.place(wish(member, seatClass));
        assertThat(payOrder.handle(order.id(), 0, STORED))
                .isInstanceOf(PayOrder.Outcome.Opened.class);
        return order;
    }

    private OrderRequest wish(long buyer, String seatClass) {
        return new OrderRequest(
                UUID.randomUUID(),
                buyer,
                run.id().value(),
                0,
                2,
                seatClass,
                List.of(shop.self(buyer)));
    }

    private void deadlinePasses() {
        clock.advance(Duration.ofMinutes(11));
        timers.runDue();
    }

    private List<Order> othersTakeAllOfBusiness() {
        List<Order> others = new ArrayList<>();
        while (shop.free(run, "business", 0, 2) > 0) {
            others.add(shop.place(wish(shop.aMember(), "business")));
        }
        return others;
    }

    private void cashArrives(Order order) {
        shop.approve(shop.payment(order).id());
        pump.drain();
    }

    private void cutOffWhileSettling(Order order) {
        transaction.executeWithoutResult(status -> {
            orders.settle(order.id());
            status.setRollbackOnly();
        });
    }

    private void assertNothingWasTaken(Order order, OrderStatus status) {
        assertThat(shop.now(order).status()).isEqualTo(status);
        assertThat(purse.stored(member)).isEqualTo(Purse.CARD);
        assertThat(shop.payment(order).refunded()).isEqualTo(shop.payment(order).amount());
    }
}

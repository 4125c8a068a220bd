package dev.waystation.platform.selling.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.Together;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.foundation.jobs.TimerWheel;
import dev.waystation.platform.foundation.wiring.WorldClock;
import dev.waystation.platform.selling.booking.usecase.CancelOrder;
import dev.waystation.platform.selling.booking.usecase.ExpireOrder;
import dev.waystation.platform.selling.booking.usecase.ExpireOrders;
import dev.waystation.platform.selling.catalogue.Run;
import dev.waystation.testkit.Capability;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The deadline passes while the money is on its way: seats again, or the money back. */
@PlatformIT
class LatePaymentIT {

    /** A second row of one number, as only a careless hand in the database leaves it. */
    private static final String TWICE =
            """
            insert into booking.orders (member_id, order_id, order_ref, status, run_id, train_code,
                service_date, seat_class, from_call, to_call, from_station, from_zh, from_en,
                departs_at, to_station, to_zh, to_en, arrives_at, amount_minor, currency, placed_at,
                expires_at)
            select 0, order_id, gen_random_uuid(), status, run_id, train_code, service_date,
                seat_class, from_call, to_call, from_station, from_zh, from_en, departs_at,
                to_station, to_zh, to_en, arrives_at, amount_minor, currency, placed_at, expires_at
              from booking.orders where order_id = :id
            """;

    @Autowired AutowireCapableBeanFactory beans;
    @Autowired Orders orders;
    @Autowired ExpireOrder expireOrder;
    @Autowired ExpireOrders expireOrders;
    @Autowired CancelOrder cancelOrder;
    @Autowired FactPump pump;
    @Autowired TimerWheel timers;
    @Autowired WorldClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired PlatformTransactionManager transactions;

    private Shop shop;
    private Run run;
    private long member;

    @BeforeEach
    void open() {
        shop = beans.createBean(Shop.class);
        run = shop.aTrain();
        member = shop.aMember();
    }

    private Order held() {
        return held(member);
    }

    private long intent(Order order) {
        return orders.pay(order.id()).orElseThrow().id();
    }

    private void deadlinePasses() {
        clock.advance(Duration.ofMinutes(11));
        timers.runDue();
    }

    private OrderRequest business(long buyer) {
        return new OrderRequest(
                UUID.randomUUID(),
                buyer,
                run.id().value(),
                0,
                2,
                "business",
                List.of(shop.self(buyer)));
    }

    private void othersTakeAllOfBusiness() {
        while (shop.free(run, "business", 0, 2) > 0) {
            shop.place(business(shop.aMember()));
        }
    }

    /** Captured money has bought the seats of all tickets, or is on its way back. */
    private void assertNothingIsLost(Order before) {
        Order order = shop.now(before);
        boolean paid = order.status() == OrderStatus.PAID;
        assertThat(order.tickets())
                .allMatch(it -> it.status() == (paid ? TicketStatus.ISSUED : TicketStatus.VOID));
        assertThat(shop.payment(order).refunded().minor())
                .isEqualTo(paid ? 0 : order.amount().minor());
    }

    private String returnedBecause(Order order) {
        return jdbc.sql("select reason from payment.refund where intent_id = :intent")
                .param("intent", shop.payment(order).id())
                .query(String.class)
                .single();
    }

    @Test
    void aPaidOrderIsNeverExpiredByALateTimer() {
        Order order = held();
        shop.pay(order);
        deadlinePasses();
        assertThat(shop.now(order).status()).isEqualTo(OrderStatus.HELD);
        pump.drain();
        assertThat(shop.now(order).status()).isEqualTo(OrderStatus.PAID);
        assertNothingIsLost(order);
    }

    @Test
    @Capability("S17")
    void aLatePaymentTakesSeatsAgainWhereSomeAreFree() {
        Order order = held();
        long intent = intent(order);
        deadlinePasses();
        assertThat(shop.now(order).status()).isEqualTo(OrderStatus.EXPIRED);
        shop.approve(intent);
        pump.drain();
        assertThat(shop.now(order).status()).isEqualTo(OrderStatus.PAID);
        assertNothingIsLost(order);
    }

    @Test
    @Capability("S17")
    void aLatePaymentIsReturnedWithItsReasonWhereNoSeatIsLeft() {
        Order order = shop.place(business(member));
        long intent = intent(order);
        deadlinePasses();
        othersTakeAllOfBusiness();
        shop.approve(intent);
        pump.drain();
        pump.drain();
        assertThat(shop.now(order).status()).isEqualTo(OrderStatus.EXPIRED);
        assertNothingIsLost(order);
        assertThat(returnedBecause(order)).isEqualTo("PAID_TOO_LATE_NO_SEAT_LEFT");
        assertThat(shop.free(run, "business", 0, 2)).isZero();
    }

    @Test
    void theReasonSaysWhatStoodInTheWay() {
        Order cancelled = held();
        long first = intent(cancelled);
        cancelOrder.handle(cancelled.id());
        shop.approve(first);
        Order departed = held();
        long second = intent(departed);
        deadlinePasses();
        clock.moveTo(run.departs());
        shop.approve(second);
        pump.drain();
        assertThat(returnedBecause(cancelled)).isEqualTo("ORDER_WAS_CANCELLED");
        assertThat(returnedBecause(departed)).isEqualTo("PAID_TOO_LATE_TRAIN_HAS_DEPARTED");
        assertNothingIsLost(cancelled);
        assertNothingIsLost(departed);
    }

    @Test
    void killedBetweenSeatsAndTicketsTheNextReadingFinishesWithTheSameSeats() {
        int before = shop.free(run, 0, 2);
        Order order = held();
        long intent = intent(order);
        deadlinePasses();
        shop.approve(intent);
        killedWhileSettling(order);
        assertThat(shop.now(order).status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(shop.free(run, 0, 2)).isEqualTo(before - 1);
        pump.drain();
        assertThat(shop.now(order).status()).isEqualTo(OrderStatus.PAID);
        assertNothingIsLost(order);
        assertThat(shop.free(run, 0, 2)).isEqualTo(before - 1);
        orders.settle(order.id());
        assertThat(shop.free(run, 0, 2)).isEqualTo(before - 1);
    }

    @Test
    void seatsTakenBeforeTheKillAreFreeAgainWhenTheMoneyGoesBackAfterIt() {
        Run other = shop.aTrain();
        int before = shop.free(run, 0, 2);
        Order order = held();
        long intent = intent(order);
        deadlinePasses();
        shop.approve(intent);
        killedWhileSettling(order);
        shop.place(shop.wish(member, other, List.of(shop.self(member))));
        pump.drain();
        assertThat(returnedBecause(order)).isEqualTo("PAID_TOO_LATE_TRAVELLER_IS_ELSEWHERE");
        assertNothingIsLost(order);
        assertThat(shop.free(run, 0, 2)).isEqualTo(before);
    }

    @Test
    void aTimerAndAPaymentInTheSameMomentNeverLoseTheMoney() {
        Order order = held();
        long intent = intent(order);
        clock.advance(Duration.ofMinutes(10));
        Together.run(
                16,
                client -> {
                    if (client % 2 == 0) {
                        return expireOrder.handle(order.id(), clock.instant());
                    }
                    shop.approve(intent);
                    orders.settle(order.id());
                    return true;
                });
        pump.drain();
        assertThat(shop.now(order).status()).isEqualTo(OrderStatus.PAID);
        assertNothingIsLost(order);
    }

    @Test
    @Capability("I8")
    void aHoldEndsInExactlyOneOfPaidGivenUpAndExpiredAndComesBackWithinFiveSeconds() {
        int before = shop.free(run, 0, 2);
        Order expired = held();
        Order paid = held(shop.aMember());
        Order givenUp = held(shop.aMember());
        long intent = intent(givenUp);
        shop.pay(paid);
        pump.drain();
        cancelOrder.handle(givenUp.id());
        assertThat(shop.free(run, 0, 2)).isEqualTo(before - 2);
        clock.moveTo(expired.expiresAt().plusSeconds(5));
        timers.runDue();
        assertThat(shop.free(run, 0, 2)).isEqualTo(before - 1);
        for (int later = 0; later < 3; later++) {
            assertThat(shop.now(expired).status()).isEqualTo(OrderStatus.EXPIRED);
            assertThat(shop.now(paid).status()).isEqualTo(OrderStatus.PAID);
            assertThat(shop.now(givenUp).status()).isEqualTo(OrderStatus.CANCELLED);
            assertThat(shop.free(run, 0, 2)).isEqualTo(before - 1);
            // late timers, late clicks and a late cancellation change none of it
            clock.advance(Duration.ofMinutes(2));
            timers.runDue();
            cancelOrder.handle(expired.id());
            cancelOrder.handle(paid.id());
            assertThat(orders.pay(expired.id())).isEmpty();
            shop.approve(intent);
            pump.drain();
        }
    }

    @Test
    @Capability("S16")
    void anOrderThatCannotBeClosedKeepsNoOtherFromExpiring() {
        Order broken = held(shop.aMember());
        Order after = held();
        jdbc.sql(TWICE).param("id", broken.id().value()).update();
        clock.moveTo(after.expiresAt());
        assertThatThrownBy(() -> expireOrders.handle(clock.instant()))
                .isInstanceOf(IncorrectResultSizeDataAccessException.class);
        assertThat(shop.now(after).status()).isEqualTo(OrderStatus.EXPIRED);
        jdbc.sql("delete from booking.orders where order_id = :id and member_id = 0")
                .param("id", broken.id().value())
                .update();
        expireOrders.handle(clock.instant());
        assertThat(shop.now(broken).status()).isEqualTo(OrderStatus.EXPIRED);
    }

    private Order held(long buyer) {
        return shop.place(shop.wish(buyer, run, List.of(shop.self(buyer))));
    }

    /** The control: an order that simply expires with its payment captured is found out. */
    @Test
    void anExpiryThatForgetsTheMoneyIsNoticed() {
        Order order = held();
        shop.pay(order);
        jdbc.sql("update booking.orders set status = 'expired' where order_id = :id")
                .param("id", order.id().value())
                .update();
        assertThatThrownBy(() -> assertNothingIsLost(order)).isInstanceOf(AssertionError.class);
        pump.drain();
        jdbc.sql("update booking.orders set status = 'paid' where order_id = :id")
                .param("id", order.id().value())
                .update();
    }

    private void killedWhileSettling(Order order) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> {
                    orders.settle(order.id());
                    status.setRollbackOnly();
                });
    }
}

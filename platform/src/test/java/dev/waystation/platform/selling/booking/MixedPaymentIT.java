package dev.waystation.platform.selling.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.foundation.wiring.VenueZone;
import dev.waystation.platform.insight.analytics.model.MoneyMatch;
import dev.waystation.platform.insight.analytics.usecase.MatchMoney;
import dev.waystation.platform.members.wallet.StoredValue;
import dev.waystation.platform.selling.booking.usecase.CancelOrder;
import dev.waystation.platform.selling.booking.usecase.PayOrder;
import dev.waystation.platform.selling.booking.usecase.RefundTicket;
import dev.waystation.platform.selling.catalogue.Run;
import dev.waystation.testkit.Capability;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** Orders paid with points, stored value and cash. */
@PlatformIT
class MixedPaymentIT {

    private static final long POINTS = 4_000;
    private static final long WORTH = 4_000;
    private static final long STORED = 3_000;

    @Autowired AutowireCapableBeanFactory beans;
    @Autowired PayOrder payOrder;
    @Autowired CancelOrder cancelOrder;
    @Autowired RefundTicket refundTicket;
    @Autowired Tickets tickets;
    @Autowired StoredValue card;
    @Autowired FactPump pump;
    @Autowired MatchMoney match;
    @Autowired Clock clock;

    private Shop shop;
    private Purse purse;
    private Run run;
    private long member;

    @BeforeEach
    void somebodyWithPointsAndACard() {
        shop = beans.createBean(Shop.class);
        purse = beans.createBean(Purse.class);
        run = shop.aTrain();
        member = shop.aMember();
        purse.credit(member, 50_000, purse.lastDay());
        purse.openCard(member);
    }

    @AfterEach
    void usualRulesAgain() {
        purse.refunds("RATIO", true);
        purse.pointsPerYuan(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RATIO", "FIRST", "LAST"})
    @Capability("L76")
    void aRefundGoesBackToWhatPaidByTheRuleAndNeverMoreThanItPaid(String order) {
        purse.refunds(order, true);
        Order party = shop.place(shop.wish(member, run, party(3)));
        assertThat(payOrder.handle(party.id(), POINTS, STORED))
                .isInstanceOf(PayOrder.Outcome.Opened.class);
        long cash = party.amount().minor() - WORTH - STORED;
        assertThat(shop.payment(party).amount().minor()).isEqualTo(cash);
        shop.approve(shop.payment(party).id());
        pump.drain();
        assertThat(shop.now(party).status()).isEqualTo(OrderStatus.PAID);
        assertThat(purse.points(member)).isEqualTo(46_000);
        assertThat(purse.stored(member)).isEqualTo(10_000 - STORED);

        assertThat(differences(party)).isEmpty();
        long refunds = 0;
        for (Ticket ticket : shop.now(party).tickets()) {
            refunds += refunded(ticket);
            pump.drain();
            assertThat(differences(party)).isEmpty();
        }
        long points = purse.points(member) - 46_000;
        long onCard = purse.stored(member) - (10_000 - STORED);
        long money = shop.payment(party).refunded().minor();
        assertThat(points + onCard + money)
                .as("100 points are a yuan, so a point is a minor unit; parts of one stay behind")
                .isBetween(refunds - 3, refunds);
        assertThat(points).isLessThanOrEqualTo(POINTS);
        assertThat(onCard).isLessThanOrEqualTo(STORED);
        assertThat(money).isLessThanOrEqualTo(cash);
        long kept = party.amount().minor() - refunds;
        switch (order) {
            case "FIRST" -> assertThat(money).as("the fee stays with cash").isEqualTo(cash - kept);
            case "LAST" ->
                    assertThat(money)
                            .as("cash first, as far as it paid")
                            .isEqualTo(Math.min(cash, refunds));
            default ->
                    assertThat(points)
                            .as("each keeps its share of the fee")
                            .isBetween(
                                    POINTS * refunds / party.amount().minor() - 3,
                                    POINTS * refunds / party.amount().minor() + 3);
        }
    }

    @Test
    void aTicketThatPointsAlonePaidNeedsNoCashEarnsNothingAndIsNotTakenBackByTheRule() {
        purse.refunds("RATIO", false);
        Order order = shop.place(shop.wish(member, run, List.of(shop.self(member))));
        assertThat(payOrder.handle(order.id(), order.amount().minor(), 0))
                .isEqualTo(new PayOrder.Outcome.Covered());
        pump.drain();
        Order paid = shop.now(order);
        assertThat(paid.status()).isEqualTo(OrderStatus.PAID);
        Ticket ticket = paid.tickets().getFirst();
        assertThat(tickets.ownMoney(List.of(ticket))).isEqualTo(Map.of(ticket.id(), 0L));
        assertThat(refundTicket.handle(ticket.id()))
                .isEqualTo(
                        new RefundTicket.Outcome.Refused(
                                RefundTicket.RefundRefusal.AWARD_TICKET_IS_NOT_REFUNDED));
        assertThat(purse.points(member)).isEqualTo(50_000 - order.amount().minor());
    }

    @Test
    void anOrderThatIsGivenUpLeavesPointsAndCardAsTheyWere() {
        Order order = shop.place(shop.wish(member, run, List.of(shop.self(member))));
        assertThat(payOrder.handle(order.id(), POINTS, STORED))
                .isInstanceOf(PayOrder.Outcome.Opened.class);
        assertThat(purse.points(member)).isEqualTo(46_000);
        assertThat(cancelOrder.handle(order.id()))
                .isInstanceOf(CancelOrder.Outcome.Cancelled.class);
        assertThat(purse.points(member)).isEqualTo(50_000);
        assertThat(purse.stored(member)).isEqualTo(10_000);
    }

    @Test
    void moneyThatIsGoneFromTheCardMeanwhileSendsEverythingBack() {
        Order order = shop.place(shop.wish(member, run, List.of(shop.self(member))));
        payOrder.handle(order.id(), POINTS, STORED);
        card.payAs(member, UUID.randomUUID(), 9_000, "railway", "another");
        shop.approve(shop.payment(order).id());
        pump.drain();
        assertThat(shop.now(order).status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(purse.points(member)).isEqualTo(50_000);
        assertThat(purse.stored(member)).isEqualTo(1_000);
        assertThat(shop.payment(order).refunded()).isEqualTo(shop.payment(order).amount());
    }

    @Test
    void whatCannotPayIsRefusedWithWhatCould() {
        long poor = shop.aMember();
        Order theirs = shop.place(shop.wish(poor, run, List.of(shop.self(poor))));
        assertThat(payOrder.handle(theirs.id(), 100, 0))
                .isEqualTo(
                        new PayOrder.Outcome.Refused(
                                PayOrder.PayRefusal.ORDER_NEEDS_FIRST_USE_POINTS, 10_000));
        assertThat(payOrder.handle(theirs.id(), 0, 100))
                .isEqualTo(
                        new PayOrder.Outcome.Refused(
                                PayOrder.PayRefusal.ORDER_STORED_VALUE_TOO_LOW, 0));
        Order order = shop.place(shop.wish(member, run, List.of(shop.self(member))));
        long price = order.amount().minor();
        assertThat(payOrder.handle(order.id(), price + 1, 0))
                .isEqualTo(
                        new PayOrder.Outcome.Refused(
                                PayOrder.PayRefusal.ORDER_TAKES_FEWER_POINTS, price));
        assertThat(payOrder.handle(order.id(), POINTS, 0))
                .isInstanceOf(PayOrder.Outcome.Opened.class);
        assertThat(payOrder.handle(order.id(), POINTS, 0))
                .as("asked again")
                .isInstanceOf(PayOrder.Outcome.Opened.class);
        assertThat(payOrder.handle(order.id(), POINTS + 1, 0))
                .isInstanceOfSatisfying(
                        PayOrder.Outcome.Refused.class,
                        refused ->
                                assertThat(refused.code())
                                        .isEqualTo(PayOrder.PayRefusal.PAYMENT_HAS_BEGUN));
    }

    @Test
    void pointsThatAreWorthLessThanTheSmallestCoinAreRefusedBeforeAnyIsSetAside() {
        purse.pointsPerYuan(1_000);
        Order order = shop.place(shop.wish(member, run, List.of(shop.self(member))));
        assertThat(payOrder.handle(order.id(), 9, 0))
                .isEqualTo(
                        new PayOrder.Outcome.Refused(
                                PayOrder.PayRefusal.ORDER_NEEDS_MORE_POINTS, 10));
        assertThat(purse.points(member)).isEqualTo(50_000);
        assertThat(payOrder.handle(order.id(), 10, 0)).isInstanceOf(PayOrder.Outcome.Opened.class);
        assertThat(shop.payment(order).amount().minor()).isEqualTo(order.amount().minor() - 1);
    }

    private List<Long> party(int size) {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(shop.self(member)),
                        java.util.stream.IntStream.range(1, size)
                                .mapToObj(_ -> shop.aTraveller(member, LocalDate.of(1990, 4, 1))))
                .toList();
    }

    private long refunded(Ticket ticket) {
        RefundTicket.Outcome outcome = refundTicket.handle(ticket.id());
        assertThat(outcome).isInstanceOf(RefundTicket.Outcome.Refunded.class);
        return ((RefundTicket.Outcome.Refunded) outcome).refund().minor();
    }

    /** What finance would see: points and card count as paid. */
    private List<MoneyMatch.Line> differences(Order order) {
        return match
                .handle(LocalDate.ofInstant(clock.instant(), VenueZone.DEFAULT))
                .differences()
                .stream()
                .filter(line -> order.id().text().equals(line.orderId()))
                .toList();
    }
}

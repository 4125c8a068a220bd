package dev.waystation.platform.selling.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.foundation.wiring.VenueZone;
import dev.waystation.platform.insight.analytics.model.MoneyMatch;
import dev.waystation.platform.insight.analytics.usecase.MatchMoney;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCredit;
import dev.waystation.platform.members.wallet.StoredValue;
import dev.waystation.platform.members.wallet.usecase.CareForCard;
import dev.waystation.platform.selling.booking.usecase.PayOrder;
import dev.waystation.platform.selling.booking.usecase.RefundTicket;
import dev.waystation.platform.selling.catalogue.Run;
import dev.waystation.testkit.Capability;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** What a change costs and returns, whatever paid: points, card and cash are conserved. */
@PlatformIT
class ChangeMoneyIT {

    private static final long POINTS = 90_000;
    private static final long CARD = 50_000;

    @Autowired AutowireCapableBeanFactory beans;
    @Autowired PayOrder payOrder;
    @Autowired RefundTicket refundTicket;
    @Autowired Tickets tickets;
    @Autowired Points points;
    @Autowired StoredValue card;
    @Autowired CareForCard care;
    @Autowired FactPump pump;
    @Autowired MatchMoney match;
    @Autowired Clock clock;

    private Shop shop;
    private Changer changer;
    private Run run;
    private long member;

    @BeforeEach
    void somebodyWithPointsAndACard() {
        shop = beans.createBean(Shop.class);
        changer = beans.createBean(Changer.class);
        run = shop.aTrain();
        member = shop.aMember();
        points.credit(
                new PointsCredit(
                        UUID.randomUUID(),
                        member,
                        Points.POINTS,
                        POINTS,
                        points.lastDay(Points.POINTS, LocalDate.now(clock)),
                        Explanation.of(Said.same("test")),
                        "travel"));
        long id =
                ((CareForCard.Outcome.Done)
                                care.open(
                                        new CareForCard.Opening(
                                                member,
                                                "cn",
                                                UUID.randomUUID().toString(),
                                                "staff:1")))
                        .cardId();
        card.topUp(
                new StoredValue.Load(
                        UUID.randomUUID(), id, 40_000, 10_000, false, "CASH", "staff:1"));
        changer.rules(2, 0, true, 0, "RETURNED_LESS_REFUND_FEE", 100);
        changer.awardsAreTakenBack(true);
    }

    @AfterEach
    void usualRulesAgain() {
        changer.rules(1, 0, true, 0, "RETURNED_LESS_REFUND_FEE", 150);
        changer.awardsAreTakenBack(true);
    }

    @Test
    @Capability("S25")
    @Capability("L58")
    void pointsPayTheFeeAndADifferenceAtTheProgrammesRateAndTheFeeNeverComesBack() {
        Ticket old = paid(order("second"), 0, 0).getFirst();
        Order change = changer.opened(old, run, "second");
        long fee = change.amount().minor();
        assertThat(fee).as("another seat of the same fare").isEqualTo(old.fare().minor() / 10);
        Ticket wanted = paid(change, fee, 0).getFirst();
        assertThat(spendable(Points.POINTS)).as("100 points are a yuan").isEqualTo(POINTS - fee);
        assertThat(tickets.ownMoney(List.of(wanted)))
                .as("the fee earns nothing, the fare does")
                .containsEntry(wanted.id(), wanted.fare().minor());
        long back = refunded(wanted);
        pump.drain();
        assertThat(spendable(Points.POINTS)).isEqualTo(POINTS - fee);
        assertThat(cashBack(old)).as("all of it goes to what paid the old ticket").isEqualTo(back);
        assertThat(differences(old)).isEmpty();
        assertThat(differences(wanted)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RETURNED_WHOLE", "RETURNED_LESS_REFUND_FEE", "KEPT"})
    @Capability("S24")
    void aCheaperTicketReturnsTheDifferenceToWhatPaidAndTheBooksAgree(String rule) {
        changer.rules(2, 0, true, 0, rule, 0);
        Order first = order("business");
        long fare = first.amount().minor();
        Ticket old = paid(first, 20_000, 10_000).getFirst();
        assertThat(spendable(Points.POINTS)).isEqualTo(POINTS - 20_000);
        Order change = changer.opened(old, run, "second");
        assertThat(change.amount().minor()).as("nothing to pay").isZero();
        pump.drain();
        Ticket wanted = shop.now(change).tickets().getFirst();
        assertThat(wanted.status()).isEqualTo(TicketStatus.ISSUED);
        long less = fare - wanted.fare().minor();
        long returned = returned(old);
        switch (rule) {
            case "RETURNED_WHOLE" -> assertThat(returned).isBetween(less - 3, less);
            case "KEPT" -> assertThat(returned).isZero();
            default -> assertThat(returned).isPositive().isLessThan(less);
        }
        assertThat(differences(old)).isEmpty();
        assertThat(differences(wanted)).isEmpty();
        long rest = refunded(wanted);
        pump.drain();
        assertThat(returned(old)).isBetween(returned + rest - 3, returned + rest);
        assertThat(cashBack(old)).isLessThanOrEqualTo(fare - 30_000);
        assertThat(spendable(Points.POINTS)).isLessThanOrEqualTo(POINTS);
        assertThat(differences(old)).isEmpty();
        assertThat(differences(wanted)).isEmpty();
    }

    @Test
    @Capability("S24")
    @Capability("L58")
    void anUpgradePaidWithPointsCardAndCashGoesBackToEachThatPaid() {
        Ticket old = paid(order("second"), 5_000, 3_000).getFirst();
        Order change = changer.opened(old, run, "business");
        long due = change.amount().minor();
        Ticket wanted = paid(change, 7_000, 2_000).getFirst();
        assertThat(shop.payment(change).amount().minor()).isEqualTo(due - 9_000);
        assertThat(wanted.fare().minor()).isEqualTo(old.fare().minor() + due);
        long back = refunded(wanted);
        pump.drain();
        long pointsBack = spendable(Points.POINTS) - (POINTS - 12_000);
        long cardBack = stored() - (CARD - 5_000);
        long cash = cashBack(old) + shop.payment(change).refunded().minor();
        assertThat(pointsBack + cardBack + cash).isBetween(back - 6, back);
        assertThat(pointsBack).isBetween(1L, 12_000L);
        assertThat(cardBack).isBetween(1L, 5_000L);
        assertThat(shop.payment(change).refunded().minor()).isLessThanOrEqualTo(due - 9_000);
        assertThat(differences(old)).isEmpty();
        assertThat(differences(wanted)).isEmpty();
    }

    @Test
    void twoChangesOneAfterTheOtherReturnEveryPartOnce() {
        changer.rules(2, 0, true, 0, "RETURNED_WHOLE", 0);
        Ticket first = paid(order("second"), 0, 0).getFirst();
        Ticket second = paid(changer.opened(first, run, "business"), 0, 0).getFirst();
        Order third = changer.opened(second, run, "second");
        pump.drain();
        Ticket last = shop.now(third).tickets().getFirst();
        assertThat(last.status()).isEqualTo(TicketStatus.ISSUED);
        long all = first.fare().minor() + second.fare().minor() - first.fare().minor();
        long back = cashBack(first) + cashBack(second);
        assertThat(back).isEqualTo(all - last.fare().minor());
        long rest = refunded(last);
        pump.drain();
        assertThat(cashBack(first) + cashBack(second)).isEqualTo(back + rest);
        assertThat(differences(first)).isEmpty();
        assertThat(differences(second)).isEmpty();
        assertThat(differences(last)).isEmpty();
    }

    @Test
    @Capability("L58")
    void anAwardTicketIsChangedOnceAndNeverTakenBackByPolicy() {
        changer.awardsAreTakenBack(false);
        Order award = order("business");
        Ticket old = paid(award, award.amount().minor(), 0).getFirst();
        assertThat(refundTicket.handle(old.id()))
                .isEqualTo(
                        new RefundTicket.Outcome.Refused(
                                RefundTicket.RefundRefusal.AWARD_TICKET_IS_NOT_REFUNDED));
        Order change = changer.opened(old, run, "second");
        Ticket wanted = paid(change, change.amount().minor(), 0).getFirst();
        assertThat(wanted.status()).isEqualTo(TicketStatus.ISSUED);
        assertThat(spendable(Points.POINTS))
                .as("no difference of an award goes back")
                .isEqualTo(POINTS - award.amount().minor() - change.amount().minor());
        assertThat(refundTicket.handle(wanted.id()))
                .as("it stays an award")
                .isEqualTo(
                        new RefundTicket.Outcome.Refused(
                                RefundTicket.RefundRefusal.AWARD_TICKET_IS_NOT_REFUNDED));
        assertThat(Changer.refusal(changer.ask(wanted, run, "business")))
                .isEqualTo(ChangeRefusal.AWARD_CHANGES_ARE_USED_UP);
        assertThat(tickets.ownMoney(List.of(wanted)))
                .as("points earn no points")
                .containsEntry(wanted.id(), 0L);
    }

    @Test
    void moneyThatIsGoneMeanwhileLeavesTheOldTicketAndReturnsTheRest() {
        Ticket old = paid(order("second"), 0, 0).getFirst();
        Order change = changer.opened(old, run, "business");
        assertThat(payOrder.handle(change.id(), 1_000, 5_000))
                .isInstanceOf(PayOrder.Outcome.Opened.class);
        card.payAs(member, UUID.randomUUID(), CARD, "railway", "another");
        shop.approve(shop.payment(change).id());
        pump.drain();
        assertThat(tickets.ticket(old.id()).orElseThrow().status()).isEqualTo(TicketStatus.ISSUED);
        assertThat(spendable(Points.POINTS)).isEqualTo(POINTS);
        assertThat(shop.payment(change).refunded()).isEqualTo(shop.payment(change).amount());
        assertThat(shop.refused(shop.wish(member, run, List.of(shop.self(member)))).code())
                .as("its time is still taken")
                .isEqualTo(OrderRefusal.TRAVELLER_HAS_OVERLAPPING_TRIP);
    }

    private Order order(String seatClass) {
        return shop.place(
                new OrderRequest(
                        UUID.randomUUID(),
                        member,
                        run.id().value(),
                        0,
                        2,
                        seatClass,
                        List.of(shop.self(member))));
    }

    /** Pays with so many points, so much of the card, and cash for the rest. */
    private List<Ticket> paid(Order order, long somePoints, long someStored) {
        if (payOrder.handle(order.id(), somePoints, someStored)
                instanceof PayOrder.Outcome.Opened) {
            shop.approve(shop.payment(order).id());
        }
        pump.drain();
        assertThat(shop.now(order).status()).isEqualTo(OrderStatus.PAID);
        return shop.now(order).tickets();
    }

    private long refunded(Ticket ticket) {
        RefundTicket.Outcome outcome = refundTicket.handle(ticket.id());
        assertThat(outcome).isInstanceOf(RefundTicket.Outcome.Refunded.class);
        return ((RefundTicket.Outcome.Refunded) outcome).refund().minor();
    }

    private Order of(Ticket ticket) {
        return shop.order(ticket.orderId());
    }

    private long cashBack(Ticket ticket) {
        return shop.payment(of(ticket)).refunded().minor();
    }

    /** What came back of an order that 20,000 points, 100 yuan of the card and cash paid. */
    private long returned(Ticket old) {
        return spendable(Points.POINTS)
                - (POINTS - 20_000)
                + stored()
                - (CARD - 10_000)
                + cashBack(old);
    }

    private long spendable(String currency) {
        return points.balance(member, currency).spendable();
    }

    private long stored() {
        return spendable(StoredValue.PRINCIPAL) + spendable(StoredValue.GIFT);
    }

    private List<MoneyMatch.Line> differences(Ticket ticket) {
        return match
                .handle(LocalDate.ofInstant(clock.instant(), VenueZone.DEFAULT))
                .differences()
                .stream()
                .filter(line -> ticket.orderId().text().equals(line.orderId()))
                .toList();
    }
}

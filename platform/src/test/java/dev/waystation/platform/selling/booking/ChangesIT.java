package dev.waystation.platform.selling.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.foundation.jobs.TimerWheel;
import dev.waystation.platform.foundation.wiring.WorldClock;
import dev.waystation.platform.selling.booking.usecase.RefundTicket;
import dev.waystation.platform.selling.booking.usecase.SettleOrder;
import dev.waystation.platform.selling.catalogue.Run;
import dev.waystation.testkit.Capability;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Tickets changed to another train, class or seat: never both valid, never none. */
@PlatformIT
class ChangesIT {

    @Autowired AutowireCapableBeanFactory beans;
    @Autowired Tickets tickets;
    @Autowired Orders orders;
    @Autowired SettleOrder settleOrder;
    @Autowired RefundTicket refundTicket;
    @Autowired FactPump pump;
    @Autowired TimerWheel timers;
    @Autowired WorldClock clock;
    @Autowired TransactionTemplate transaction;

    private Shop shop;
    private Changer changer;
    private Run run;
    private long member;

    @BeforeEach
    void open() {
        shop = beans.createBean(Shop.class);
        changer = beans.createBean(Changer.class);
        run = shop.aTrain();
        member = shop.aMember();
        changer.rules();
    }

    @AfterEach
    void usualRulesAgain() {
        changer.rules();
    }

    @Test
    @Capability("S22")
    @Capability("L58")
    void aBetterClassIsHeldFirstPaidNextAndThenTakesThePlaceOfTheOldTicketInOneStep() {
        int second = shop.free(run, 0, 2);
        int business = shop.free(run, "business", 0, 2);
        Ticket old = bought();
        Order change = changer.opened(old, run, "business");
        assertThat(now(old).status()).isEqualTo(TicketStatus.ISSUED);
        assertThat(shop.free(run, "business", 0, 2)).isEqualTo(business - 1);
        Ticket wanted = change.tickets().getFirst();
        assertThat(change.amount())
                .as("the difference; an upgrade costs no fee")
                .isEqualTo(wanted.fare().minus(old.fare()));

        shop.pay(change);
        pump.drain();
        assertThat(now(old).status()).isEqualTo(TicketStatus.CHANGED);
        assertThat(now(wanted).status()).isEqualTo(TicketStatus.ISSUED);
        assertThat(shop.free(run, 0, 2)).as("its seat is on sale again").isEqualTo(second);
        assertThat(shop.free(run, "business", 0, 2)).isEqualTo(business - 1);
        assertThat(tickets.checkIn(old.id(), clock.instant())).isInstanceOf(CheckIn.NotValid.class);
        assertThat(tickets.ownMoney(List.of(now(wanted))))
                .as("points are earned by all that was paid for the ticket that travels")
                .containsEntry(wanted.id(), wanted.fare().minor());
        assertThat(Changer.refusal(changer.ask(old, run, "business")))
                .isEqualTo(ChangeRefusal.TICKET_ALREADY_CHANGED);
        assertThat(refundTicket.handle(old.id()))
                .isEqualTo(
                        new RefundTicket.Outcome.Refused(
                                RefundTicket.RefundRefusal.TICKET_ALREADY_CHANGED));
    }

    @Test
    @Capability("S22")
    void anUnpaidChangeRunsOutAndNothingHasHappened() {
        int business = shop.free(run, "business", 0, 2);
        Ticket old = bought();
        Order change = changer.opened(old, run, "business");
        clock.advance(Duration.ofMinutes(14));
        timers.runDue();
        assertThat(shop.now(change).status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(now(old).status()).isEqualTo(TicketStatus.ISSUED);
        assertThat(shop.free(run, "business", 0, 2)).isEqualTo(business);
        Order again = changer.opened(old, run, "business");
        assertThat(again.id()).isNotEqualTo(change.id());
    }

    @Test
    @Capability("S22")
    void moneyThatComesTooLateGoesBackAndTheOldTicketStays() {
        Ticket old = bought();
        Order change = changer.opened(old, run, "business");
        long intent = orders.pay(change.id()).orElseThrow().id();
        clock.advance(Duration.ofMinutes(14));
        timers.runDue();
        shop.approve(intent);
        pump.drain();
        assertThat(now(old).status()).isEqualTo(TicketStatus.ISSUED);
        assertThat(shop.now(change).tickets().getFirst().status()).isEqualTo(TicketStatus.VOID);
        assertThat(shop.payment(change).refunded()).isEqualTo(change.amount());
    }

    /** Everything up to the commit has happened, inventory's part for good; then we are killed. */
    @Test
    @Capability("S22")
    void killedBetweenTheStepsOneTicketIsValidAndTheNextTryFinishes() {
        int second = shop.free(run, 0, 2);
        Ticket old = bought();
        Order change = changer.opened(old, run, "business");
        shop.pay(change);
        for (int kill = 0; kill < 3; kill++) {
            transaction.executeWithoutResult(status -> {
                settleOrder.handle(change.id());
                assertThat(changer.valid(old)).isEqualTo(1);
                status.setRollbackOnly();
            });
            assertThat(now(old).status()).isEqualTo(TicketStatus.ISSUED);
            assertThat(changer.valid(old)).isEqualTo(1);
            assertThat(shop.free(run, 0, 2)).isEqualTo(second - 1);
        }
        pump.drain();
        pump.drain();
        assertThat(now(old).status()).isEqualTo(TicketStatus.CHANGED);
        assertThat(changer.valid(old)).isEqualTo(1);
        assertThat(shop.free(run, 0, 2)).isEqualTo(second);
    }

    @Test
    void aGateThatIsQuickerKeepsTheOldTicketAndTheMoneyGoesBack() {
        Ticket old = bought();
        Order change = changer.opened(old, run, "business");
        shop.pay(change);
        tickets.checkIn(old.id(), clock.instant());
        pump.drain();
        assertThat(now(old).status()).isEqualTo(TicketStatus.CHECKED_IN);
        assertThat(shop.now(change).tickets().getFirst().status()).isEqualTo(TicketStatus.VOID);
        assertThat(shop.payment(change).refunded()).isEqualTo(change.amount());
    }

    @Test
    void theTimeOfTheTravellerGoesWithTheTicketAndIsFreeAgainOnTheOldTrain() {
        List<Run> two = shop.oneAfterAnother(2);
        Ticket old = shop.bought(member, two.get(0)).tickets().getFirst();
        Order change = changer.opened(old, two.get(1), "second");
        if (change.amount().signum() > 0) {
            shop.pay(change);
        }
        pump.drain();
        assertThat(now(change.tickets().getFirst()).status()).isEqualTo(TicketStatus.ISSUED);
        assertThat(shop.refused(shop.wish(member, two.get(1), List.of(shop.self(member)))).code())
                .isEqualTo(OrderRefusal.TRAVELLER_HAS_OVERLAPPING_TRIP);
        assertThat(shop.place(shop.wish(member, two.get(0), List.of(shop.self(member)))))
                .isNotNull();
    }

    @Test
    @Capability("S23")
    void everyRuleThatStandsAgainstAChangeHasItsOwnCode() {
        Ticket old = bought();
        assertThat(Changer.refusal(changer.ask(old, run, "second", 1, 2)))
                .isEqualTo(ChangeRefusal.CHANGE_STARTS_ELSEWHERE);
        changer.rules(1, 0, true, 2880, "KEPT", 0);
        assertThat(Changer.refusal(changer.ask(old, run, "second", 0, 1)))
                .isEqualTo(ChangeRefusal.CHANGE_LEADS_ELSEWHERE_TOO_LATE);
        changer.rules(1, 0, false, 2880, "KEPT", 0);
        assertThat(Changer.refusal(changer.ask(old, run, "second", 0, 1)))
                .isEqualTo(ChangeRefusal.CHANGE_LEADS_ELSEWHERE);
        Duration left = Duration.between(clock.instant(), run.calls().getFirst().departs());
        changer.rules(1, (int) left.toMinutes() + 1, true, 129_600, "KEPT", 0);
        assertThat(Changer.refusal(changer.ask(old, run, "business")))
                .isEqualTo(ChangeRefusal.CHANGE_IS_TOO_LATE);
        changer.rules(0, 0, true, 0, "KEPT", 0);
        assertThat(Changer.refusal(changer.ask(old, run, "business")))
                .isEqualTo(ChangeRefusal.CHANGES_ARE_USED_UP);

        changer.rules(1, 0, true, 0, "KEPT", 150);
        Order elsewhere = Changer.opened(changer.ask(old, run, "second", 0, 1));
        assertThat(Changer.refusal(changer.ask(old, run, "business")))
                .isEqualTo(ChangeRefusal.CHANGE_WAITS_FOR_PAYMENT);
        shop.pay(elsewhere);
        pump.drain();
        Ticket once = now(elsewhere.tickets().getFirst());
        assertThat(once.status()).isEqualTo(TicketStatus.ISSUED);
        assertThat(once.trip().toCall()).as("another destination").isEqualTo(1);
        assertThat(Changer.refusal(changer.ask(once, run, "business")))
                .isEqualTo(ChangeRefusal.CHANGES_ARE_USED_UP);
        changer.rules(2, 0, true, 0, "KEPT", 0);
        assertThat(Changer.opened(changer.ask(once, run, "business", 0, 1))).isNotNull();
        assertThat(Changer.refusal(changer.ask(refunded(bought(shop.aMember())), run, "business")))
                .isEqualTo(ChangeRefusal.TICKET_ALREADY_REFUNDED);
    }

    @Test
    void onlyTheTicketThatIsChangedLeavesItsParty() {
        Order party = shop.boughtForParty(run, "second", 3);
        Ticket old = party.tickets().get(1);
        Order change = changer.opened(old, run, "business");
        shop.pay(change);
        pump.drain();
        assertThat(shop.now(party).tickets())
                .extracting(Ticket::status)
                .containsExactly(TicketStatus.ISSUED, TicketStatus.CHANGED, TicketStatus.ISSUED);
        assertThat(change.tickets()).hasSize(1);
        assertThat(change.tickets().getFirst().travellerId()).isEqualTo(old.travellerId());
    }

    private Ticket refunded(Ticket ticket) {
        assertThat(refundTicket.handle(ticket.id()))
                .isInstanceOf(RefundTicket.Outcome.Refunded.class);
        return now(ticket);
    }

    private Ticket bought() {
        return bought(member);
    }

    private Ticket bought(long buyer) {
        return shop.bought(buyer, run).tickets().getFirst();
    }

    private Ticket now(Ticket ticket) {
        return changer.now(ticket);
    }
}

package dev.waystation.platform.selling.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.Together;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.selling.booking.facts.TicketRefunded;
import dev.waystation.platform.selling.booking.store.TicketStore;
import dev.waystation.platform.selling.booking.usecase.RefundTicket;
import dev.waystation.platform.selling.catalogue.Run;
import dev.waystation.platform.selling.inventory.SeatLabel;
import dev.waystation.testkit.Capability;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformIT
class RefundsIT {

    private static final int CLIENTS = 64;

    @Autowired AutowireCapableBeanFactory beans;
    @Autowired Tickets tickets;
    @Autowired TicketStore store;
    @Autowired RefundTicket refundTicket;
    @Autowired FactLog facts;
    @Autowired FactPump pump;
    @Autowired PlatformTransactionManager transactions;
    @Autowired Clock clock;

    private Shop shop;
    private Run run;

    @BeforeEach
    void open() {
        shop = beans.createBean(Shop.class);
        run = shop.aTrain();
    }

    private RefundTicket.Outcome.Refunded refunded(Ticket ticket) {
        RefundTicket.Outcome outcome = refundTicket.handle(ticket.id());
        assertThat(outcome).isInstanceOf(RefundTicket.Outcome.Refunded.class);
        return (RefundTicket.Outcome.Refunded) outcome;
    }

    private static SeatLabel seat(Ticket ticket) {
        return new SeatLabel(ticket.car(), ticket.seat());
    }

    @Test
    void aTicketIsGivenBackOnceWithItsFeeAndTheSeatIsOnSaleAgain() {
        int before = shop.free(run, 0, 2);
        Order order = shop.bought(shop.aMember(), run);
        Ticket ticket = order.tickets().getFirst();
        RefundTicket.Outcome quoted = refundTicket.quote(ticket.id());
        assertThat(shop.free(run, 0, 2)).isLessThan(before);
        RefundTicket.Outcome.Refunded refunded = refunded(ticket);
        assertThat(quoted)
                .isEqualTo(
                        new RefundTicket.Outcome.Refunded(
                                ticket, refunded.refund(), refunded.fee()));
        assertThat(refunded.refund().plus(refunded.fee())).isEqualTo(order.amount());
        assertThat(shop.payment(order).refunded()).isEqualTo(refunded.refund());
        assertThat(shop.free(run, 0, 2)).isEqualTo(before);
        assertThat(refundTicket.handle(ticket.id()))
                .isEqualTo(
                        new RefundTicket.Outcome.Refused(
                                RefundTicket.RefundRefusal.TICKET_ALREADY_REFUNDED));
        pump.drain();
        assertThat(shop.free(run, 0, 2)).isEqualTo(before);
    }

    @Test
    @Capability("S20")
    void oneTicketOfAPartyIsGivenBackWithItsMoneyAndExactlyItsSeatIsSoldAgainAtOnce() {
        int all = shop.free(run, "business", 0, 2);
        Order party = shop.boughtForParty(run, "business", 3);
        while (shop.free(run, "business", 0, 2) > 0) {
            shop.boughtForParty(run, "business", 1);
        }
        Ticket given = party.tickets().get(1);
        RefundTicket.Outcome.Refunded refunded = refunded(given);
        assertThat(shop.payment(party).refunded()).isEqualTo(refunded.refund());
        assertThat(refunded.refund().plus(refunded.fee())).isEqualTo(given.fare());
        assertThat(shop.free(run, "business", 0, 2)).isEqualTo(1);
        assertThat(shop.free(run, "business", 0, 1)).isEqualTo(1);
        Ticket next = shop.boughtForParty(run, "business", 1).tickets().getFirst();
        assertThat(seat(next)).isEqualTo(seat(given));
        pump.drain();
        assertThat(shop.free(run, "business", 0, 2)).isZero();
        refunded(party.tickets().get(0));
        refunded(party.tickets().get(2));
        assertThat(shop.free(run, "business", 0, 2)).isEqualTo(2).isLessThan(all);
        assertThat(refunded(next).ticket().status()).isEqualTo(TicketStatus.REFUNDED);
        assertThat(shop.free(run, "business", 0, 2)).isEqualTo(3);
    }

    @Test
    void sixtyFourClientsReturningOneTicketGetItsMoneyAndSeatBackOnce() {
        Order party = shop.boughtForParty(run, "second", 2);
        int before = shop.free(run, 0, 2);
        Ticket ticket = party.tickets().getFirst();
        List<RefundTicket.Outcome> answers =
                Together.run(CLIENTS, client -> refundTicket.handle(ticket.id()));
        assertThat(answers).filteredOn(RefundTicket.Outcome.Refunded.class::isInstance).hasSize(1);
        assertThat(shop.payment(party).refunded().minor())
                .isPositive()
                .isLessThanOrEqualTo(ticket.fare().minor());
        pump.drain();
        assertThat(shop.free(run, 0, 2)).isEqualTo(before + 1);
    }

    /** The control: clients who look first and act later, without the lock, all believe to win. */
    @Test
    void withoutTheLockTheSameRaceReturnsTheTicketManyTimes() {
        Ticket ticket = shop.bought(shop.aMember(), run).tickets().getFirst();
        CyclicBarrier allHaveLooked = new CyclicBarrier(CLIENTS);
        List<Boolean> won =
                Together.run(
                        CLIENTS,
                        client -> {
                            boolean issued =
                                    tickets.ticket(ticket.id()).orElseThrow().status()
                                            == TicketStatus.ISSUED;
                            await(allHaveLooked);
                            return issued;
                        });
        assertThat(won).filteredOn(it -> it).hasSizeGreaterThan(1);
    }

    @Test
    void theSeatComesBackAlsoWhenWeAreKilledRightAfterTheReturn() {
        Order party = shop.boughtForParty(run, "second", 2);
        int before = shop.free(run, 0, 2);
        Ticket ticket = party.tickets().getFirst();
        // what the transaction of a return leaves behind, and nothing of what follows it
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> {
                    store.refund(ticket.id(), 0, clock.instant());
                    facts.append(
                            new TicketRefunded(
                                    ticket.id().value(),
                                    party.id().value(),
                                    party.memberId(),
                                    run.id().value(),
                                    0,
                                    ticket.fare().minor(),
                                    clock.instant()));
                });
        assertThat(shop.free(run, 0, 2)).isEqualTo(before);
        pump.drain();
        pump.drain();
        assertThat(shop.free(run, 0, 2)).isEqualTo(before + 1);
    }

    @Test
    void aReturnThatIsRolledBackNeverFreesTheSeat() {
        Order order = shop.bought(shop.aMember(), run);
        int before = shop.free(run, 0, 2);
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> {
                    refunded(order.tickets().getFirst());
                    status.setRollbackOnly();
                });
        pump.drain();
        assertThat(shop.free(run, 0, 2)).isEqualTo(before);
        assertThat(shop.now(order).tickets().getFirst().status()).isEqualTo(TicketStatus.ISSUED);
        assertThat(shop.payment(order).refunded().minor()).isZero();
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }
}

package dev.waystation.platform.selling.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.Together;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.selling.booking.usecase.OpenChange;
import dev.waystation.platform.selling.booking.usecase.RefundTicket;
import dev.waystation.platform.selling.catalogue.Run;
import dev.waystation.testkit.Capability;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many who change, pay for and return one ticket at once: it is changed once. */
@PlatformIT
class ChangeRaceIT {

    private static final int CLIENTS = 64;

    @Autowired AutowireCapableBeanFactory beans;
    @Autowired Orders orders;
    @Autowired RefundTicket refundTicket;
    @Autowired FactPump pump;
    @Autowired JdbcClient jdbc;

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

    /** The control: the last guard stands in the database and bites. */
    @Test
    void theDatabaseRefusesTwoValidTicketsOfOneRow() {
        Ticket old = bought();
        Order change = changer.opened(old, run, "business");
        shop.pay(change);
        pump.drain();
        assertThatThrownBy(() ->
                        jdbc.sql(
                                        "update booking.ticket set status = 'issued'"
                                                + " where ticket_id = :id")
                                .param("id", old.id().value())
                                .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("one_valid_ticket_of_a_chain");
    }

    @Test
    @Capability("S22")
    void sixtyFourClientsChangingOneTicketHoldOneSeatAndLeaveOneTicket() {
        int business = shop.free(run, "business", 0, 2);
        Ticket old = bought();
        List<OpenChange.Outcome> answers =
                Together.run(CLIENTS, _ -> changer.ask(old, run, "business"));
        List<Order> won = Changer.placed(answers);
        assertThat(won).hasSize(1);
        assertThat(answers)
                .filteredOn(OpenChange.Outcome.Refused.class::isInstance)
                .hasSize(CLIENTS - 1)
                .allMatch(each ->
                        ((OpenChange.Outcome.Refused) each).code()
                                == ChangeRefusal.CHANGE_WAITS_FOR_PAYMENT);
        assertThat(shop.free(run, "business", 0, 2)).isEqualTo(business - 1);
        shop.pay(won.getFirst());
        Together.run(
                CLIENTS,
                _ -> {
                    orders.settle(won.getFirst().id());
                    return true;
                });
        pump.drain();
        assertThat(changer.valid(old)).isEqualTo(1);
        assertThat(now(old).status()).isEqualTo(TicketStatus.CHANGED);
    }

    @Test
    @Capability("S22")
    void sixtyFourTicketsAfterTheLastSeatGiveItToOneAndTheOthersKeepTheirs() {
        List<Ticket> olds = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            olds.add(shop.bought(shop.aMember(), run).tickets().getFirst());
        }
        while (shop.free(run, "business", 0, 2) > 1) {
            shop.boughtForParty(run, "business", 1);
        }
        List<OpenChange.Outcome> answers =
                Together.run(CLIENTS, client -> changer.ask(olds.get(client), run, "business"));
        List<Order> won = Changer.placed(answers);
        assertThat(won).hasSize(1);
        shop.pay(won.getFirst());
        pump.drain();
        assertThat(shop.free(run, "business", 0, 2)).isZero();
        assertThat(olds).allSatisfy(old -> assertThat(changer.valid(old)).isEqualTo(1));
        assertThat(olds)
                .filteredOn(old -> now(old).status() == TicketStatus.ISSUED)
                .hasSize(CLIENTS - 1);
    }

    /** The control: who looks first and acts later, without the lock, all believe to win. */
    @Test
    void withoutTheLockAllClientsSeeAChangeableTicket() {
        Ticket old = bought();
        CyclicBarrier allHaveLooked = new CyclicBarrier(CLIENTS);
        List<Boolean> free =
                Together.run(
                        CLIENTS,
                        _ -> {
                            boolean issued = now(old).status() == TicketStatus.ISSUED;
                            await(allHaveLooked);
                            return issued;
                        });
        assertThat(free).filteredOn(it -> it).hasSizeGreaterThan(1);
    }

    @Test
    @Capability("S22")
    void aReturnAndAPaidChangeOfOneTicketAtOnceEndItOnce() {
        for (int round = 0; round < 5; round++) {
            Ticket old = shop.bought(shop.aMember(), run).tickets().getFirst();
            Order change = changer.opened(old, run, "business");
            shop.pay(change);
            Together.run(
                    2,
                    client -> {
                        if (client == 0) {
                            orders.settle(change.id());
                        } else {
                            refundTicket.handle(old.id());
                        }
                        return true;
                    });
            pump.drain();
            boolean changed = now(old).status() == TicketStatus.CHANGED;
            assertThat(changer.valid(old)).isEqualTo(changed ? 1 : 0);
            assertThat(shop.payment(change).refunded().minor())
                    .isEqualTo(changed ? 0 : change.amount().minor());
        }
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

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }
}

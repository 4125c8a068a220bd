package dev.waystation.platform.selling.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.selling.booking.facts.TenderReturned;
import dev.waystation.platform.selling.booking.usecase.PayOrder;
import dev.waystation.platform.selling.booking.usecase.RefundTicket;
import dev.waystation.platform.selling.catalogue.Run;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Points and card money come back with the ticket: never before the return is durable. */
@PlatformIT
class ReturnedTendersIT {

    private static final long POINTS = 1_000;
    private static final long STORED = 1_000;
    private static final long EARNED = 50_000;

    @Autowired AutowireCapableBeanFactory beans;
    @Autowired Orders orders;
    @Autowired PayOrder payOrder;
    @Autowired RefundTicket refundTicket;
    @Autowired FactLog facts;
    @Autowired FactPump pump;
    @Autowired TransactionTemplate transaction;
    @Autowired Clock clock;

    private Shop shop;
    private Purse purse;
    private long member;
    private Order order;
    private Ticket ticket;

    @BeforeEach
    void aTicketPaidWithPointsCardAndCash() {
        shop = beans.createBean(Shop.class);
        purse = beans.createBean(Purse.class);
        Run run = shop.aTrain();
        member = shop.aMember();
        purse.credit(member, EARNED, purse.lastDay());
        purse.openCard(member);
        Order placed = shop.place(shop.wish(member, run, List.of(shop.self(member))));
        payOrder.handle(placed.id(), POINTS, STORED);
        shop.approve(shop.payment(placed).id());
        pump.drain();
        order = shop.now(placed);
        ticket = order.tickets().getFirst();
    }

    @Test
    void aReturnThatIsRolledBackBringsNothingAndTheNextOneAllOfIt() {
        transaction.executeWithoutResult(status -> {
            assertThat(refundTicket.handle(ticket.id()))
                    .isInstanceOf(RefundTicket.Outcome.Refunded.class);
            status.setRollbackOnly();
        });
        pump.drain();
        assertThat(shop.now(order).tickets().getFirst().status()).isEqualTo(TicketStatus.ISSUED);
        assertThat(backInPurse()).isZero();
        RefundTicket.Outcome.Refunded refunded =
                (RefundTicket.Outcome.Refunded) refundTicket.handle(ticket.id());
        long right = backInPurse();
        assertThat(right).as("at once, without waiting for a reader").isPositive();
        assertThat(right + shop.payment(order).refunded().minor())
                .as("a point is a minor unit here; part of one may stay behind")
                .isBetween(refunded.refund().minor() - 1, refunded.refund().minor());
        pump.drain();
        assertThat(backInPurse()).as("heard again").isEqualTo(right);
    }

    @Test
    void whatIsDueComesBackOnceAlsoWhenWeAreKilledRightAfterTheReturn() {
        // what the transaction of a return leaves behind, and nothing of what follows it
        transaction.executeWithoutResult(_ -> {
            facts.append(due("POINTS", 700));
            facts.append(due("STORED", 600));
        });
        assertThat(backInPurse()).isZero();
        pump.drain();
        assertThat(backInPurse()).isEqualTo(1_300);
        pump.drain();
        assertThat(backInPurse()).isEqualTo(1_300);
    }

    private TenderReturned due(String kind, long amount) {
        return new TenderReturned(
                order.id().value(), member, kind, UUID.randomUUID(), amount, 0, clock.instant());
    }

    private long backInPurse() {
        return purse.points(member)
                - (EARNED - POINTS)
                + purse.stored(member)
                - (Purse.CARD - STORED);
    }
}

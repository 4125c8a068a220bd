package dev.waystation.platform.selling.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.amounts.Money;
import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.Together;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.foundation.jobs.TimerWheel;
import dev.waystation.platform.foundation.wiring.WorldClock;
import dev.waystation.platform.members.membership.People;
import dev.waystation.platform.selling.booking.usecase.CancelOrder;
import dev.waystation.platform.selling.catalogue.Run;
import dev.waystation.platform.selling.inventory.InventoryRefusal;
import dev.waystation.testkit.Capability;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformIT
class OrdersIT {

    private static final int CLIENTS = 64;
    private static final LocalDate GROWN_UP = LocalDate.of(1990, 4, 1);

    @Autowired AutowireCapableBeanFactory beans;
    @Autowired Orders orders;
    @Autowired Tickets tickets;
    @Autowired CancelOrder cancelOrder;
    @Autowired FactPump pump;
    @Autowired TimerWheel timers;
    @Autowired WorldClock clock;
    @Autowired JdbcClient jdbc;

    private Shop shop;

    @BeforeEach
    void open() {
        shop = beans.createBean(Shop.class);
    }

    @Test
    void aPaidOrderBecomesSignedTickets() {
        Run run = shop.aTrain();
        long member = shop.aMember();
        Order order = shop.place(shop.wish(member, run, List.of(shop.self(member))));
        assertThat(order.status()).isEqualTo(OrderStatus.HELD);
        assertThat(order.expiresAt()).isEqualTo(order.placedAt().plus(Duration.ofMinutes(10)));
        shop.pay(order);
        pump.drain();
        Order paid = shop.now(order);
        assertThat(paid.status()).isEqualTo(OrderStatus.PAID);
        Ticket ticket = paid.tickets().getFirst();
        assertThat(ticket.status()).isEqualTo(TicketStatus.ISSUED);
        assertThat(tickets.byCode(tickets.code(ticket))).contains(ticket);
        assertThat(issued(order)).isEqualTo(1);
        orders.settle(order.id());
        pump.drain();
        assertThat(issued(order)).isEqualTo(1);
    }

    @Test
    @Capability("S18")
    void aThousandRetriesOfOnePurchaseMakeOneOrder() {
        Run run = shop.aTrain();
        long member = shop.aMember();
        int before = shop.free(run, 0, 2);
        OrderRequest wish = shop.wish(member, run, List.of(shop.self(member)));
        Set<OrderId> answers = new HashSet<>();
        for (int round = 0; round < 1_000; round += CLIENTS) {
            Together.run(CLIENTS, client -> shop.place(wish)).forEach(it -> answers.add(it.id()));
        }
        assertThat(answers).hasSize(1);
        assertThat(shop.free(run, 0, 2)).isEqualTo(before - 1);
        assertThat(
                        jdbc.sql("select count(*) from booking.orders where member_id = :id")
                                .param("id", member)
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    void paysOnceWhenSixtyFourPressTheButtonTogether() {
        Order order = anOrder(shop.aTrain());
        long intent = orders.pay(order.id()).orElseThrow().id();
        Together.run(
                CLIENTS,
                client -> {
                    shop.approve(intent);
                    orders.settle(order.id());
                    return client;
                });
        pump.drain();
        assertThat(shop.payment(order).id()).isEqualTo(intent);
        assertThat(issued(order)).isEqualTo(1);
    }

    @Test
    @Capability("S16")
    void anUnpaidOrderExpiresAndFreesExactlyItsLegs() {
        Run run = shop.aTrain();
        long member = shop.aMember();
        int firstLeg = shop.free(run, 0, 1);
        int secondLeg = shop.free(run, 1, 2);
        Order order =
                shop.place(
                        new OrderRequest(
                                UUID.randomUUID(),
                                member,
                                run.id().value(),
                                0,
                                1,
                                "second",
                                List.of(shop.self(member))));
        assertThat(shop.free(run, 0, 1)).isEqualTo(firstLeg - 1);
        assertThat(shop.free(run, 1, 2)).isEqualTo(secondLeg);
        clock.advance(Duration.ofMinutes(10).plusSeconds(1));
        timers.runDue();
        assertThat(shop.now(order).status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(shop.free(run, 0, 1)).isEqualTo(firstLeg);
        assertThat(shop.free(run, 1, 2)).isEqualTo(secondLeg);
        assertThat(orders.pay(order.id())).isEmpty();
    }

    @Test
    @Capability("S19")
    void anOrderTakesSeatsForAllTravellersOrForNone() {
        Run run = shop.aTrain();
        int seats = run.offer("business").orElseThrow().seatCount();
        for (int seat = 0; seat < seats - 1; seat++) {
            long other = shop.aMember();
            shop.place(business(other, run, shop.self(other)));
        }
        long member = shop.aMember();
        long friend = shop.aTraveller(member, GROWN_UP);
        OrderPlacement.Refused refused =
                shop.refused(business(member, run, shop.self(member), friend));
        assertThat(Objects.requireNonNull(refused.seats()).code())
                .isEqualTo(InventoryRefusal.MORE_PASSENGERS_THAN_SEATS);
        assertThat(shop.place(business(member, run, friend)).tickets()).hasSize(1);
    }

    @Test
    @Capability("S26")
    void onePersonIsOnOneTrainAtATimeWhoeverBuysTheTicket() {
        List<Run> runs = shop.trains(2);
        String card = People.freshCard(GROWN_UP);
        long buyer = shop.aMember();
        long otherBuyer = shop.aMember();
        long person = shop.aTraveller(buyer, GROWN_UP, card);
        long samePerson = shop.aTraveller(otherBuyer, GROWN_UP, card);
        int before = shop.free(runs.get(1), 0, 2);
        Order first = shop.place(shop.wish(buyer, runs.get(0), List.of(person)));
        OrderPlacement.Refused refused =
                shop.refused(shop.wish(otherBuyer, runs.get(1), List.of(samePerson)));
        assertThat(refused.code()).isEqualTo(OrderRefusal.TRAVELLER_HAS_OVERLAPPING_TRIP);
        assertThat(refused.values()).containsEntry("train", runs.get(0).trainCode());
        assertThat(shop.free(runs.get(1), 0, 2)).isEqualTo(before);
        assertThat(cancelOrder.handle(first.id()))
                .isInstanceOf(CancelOrder.Outcome.Cancelled.class);
        shop.place(shop.wish(otherBuyer, runs.get(1), List.of(samePerson)));
    }

    @Test
    void sixtyFourOverlappingPurchasesOfOnePersonLeaveOneOrderAndNoSeatBehind() {
        List<Run> runs = shop.trains(2);
        long member = shop.aMember();
        long self = shop.self(member);
        int before = shop.free(runs.get(0), 0, 2) + shop.free(runs.get(1), 0, 2);
        List<OrderPlacement> answers =
                Together.run(
                        CLIENTS,
                        client ->
                                orders.place(
                                        shop.wish(member, runs.get(client % 2), List.of(self))));
        assertThat(answers).filteredOn(OrderPlacement.Placed.class::isInstance).hasSize(1);
        assertThat(shop.free(runs.get(0), 0, 2) + shop.free(runs.get(1), 0, 2))
                .isEqualTo(before - 1);
    }

    @Test
    @Capability("S28")
    void onePersonIsNotSoldTwoSeatsInOneOrder() {
        Run run = shop.aTrain();
        long member = shop.aMember();
        long self = shop.self(member);
        assertThat(shop.refused(shop.wish(member, run, List.of(self, self))).code())
                .isEqualTo(OrderRefusal.SAME_PERSON_TWICE);
    }

    @Test
    void refusesInOneFixedOrder() {
        Run run = shop.aTrain();
        long member = shop.aMember();
        List<Long> self = List.of(shop.self(member));
        long nobody = Long.MAX_VALUE;
        assertThat(code(member, nobody, 9, "sofa", List.of(nobody)))
                .isEqualTo(OrderRefusal.TRAIN_NOT_FOUND);
        long train = run.id().value();
        assertThat(code(member, train, 9, "sofa", List.of(nobody)))
                .isEqualTo(OrderRefusal.STOP_NOT_SERVED);
        assertThat(code(member, train, 2, "sofa", List.of(nobody)))
                .isEqualTo(OrderRefusal.CLASS_NOT_OFFERED);
        assertThat(code(member, train, 2, "second", List.of(nobody)))
                .isEqualTo(OrderRefusal.TRAVELLER_NOT_FOUND);
        clock.moveTo(run.departs());
        assertThat(code(member, train, 2, "second", List.of(nobody)))
                .isEqualTo(OrderRefusal.TRAIN_HAS_DEPARTED);
        assertThat(code(member, train, 2, "second", self))
                .isEqualTo(OrderRefusal.TRAIN_HAS_DEPARTED);
    }

    @Test
    void faresFollowTheGroupOfEachTraveller() {
        Run run = shop.aTrain();
        long member = shop.aMember();
        long child = shop.aTraveller(member, run.serviceDate().minusYears(8));
        long senior = shop.aTraveller(member, run.serviceDate().minusYears(60));
        Order order = shop.place(shop.wish(member, run, List.of(shop.self(member), child, senior)));
        assertThat(order.tickets())
                .extracting(Ticket::group)
                .containsExactly("general", "child", "senior");
        Money full = order.tickets().getFirst().fare();
        assertThat(order.tickets().get(1).fare().minor()).isEqualTo((full.minor() + 1) / 2);
        assertThat(order.amount()).isEqualTo(full.plus(full).plus(order.tickets().get(1).fare()));
    }

    private Order anOrder(Run run) {
        long member = shop.aMember();
        return shop.place(shop.wish(member, run, List.of(shop.self(member))));
    }

    private static OrderRequest business(long member, Run run, Long... travellers) {
        return new OrderRequest(
                UUID.randomUUID(), member, run.id().value(), 0, 2, "business", List.of(travellers));
    }

    private OrderRefusal code(long member, long run, int to, String seatClass, List<Long> who) {
        return shop.refused(new OrderRequest(UUID.randomUUID(), member, run, 0, to, seatClass, who))
                .code();
    }

    private long issued(Order order) {
        return jdbc.sql(
                        """
                        select count(*) from foundation.fact
                         where type = 'booking.TicketIssued' and subject = :member
                        """)
                .param("member", order.memberId())
                .query(Long.class)
                .single();
    }
}

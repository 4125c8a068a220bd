package dev.waystation.platform.selling.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.People;
import dev.waystation.platform.members.membership.model.IdentityClaim;
import dev.waystation.platform.members.membership.usecase.AddTraveller;
import dev.waystation.platform.selling.TestTrains;
import dev.waystation.platform.selling.catalogue.Run;
import dev.waystation.platform.selling.catalogue.Timetables;
import dev.waystation.platform.selling.catalogue.usecase.ImportTimetable;
import dev.waystation.platform.selling.inventory.SeatAvailability;
import dev.waystation.platform.selling.payment.PaymentIntent;
import dev.waystation.platform.selling.payment.Payments;
import dev.waystation.platform.selling.payment.SandboxPayments;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Members, trains and purchases in the words of a ticket office. */
public class Shop {

    private final ImportTimetable imports;
    private final Timetables timetables;
    private final Members members;
    private final AddTraveller addTraveller;
    private final Orders orders;
    private final SandboxPayments sandbox;
    private final Payments payments;
    private final SeatAvailability seats;
    private final Clock clock;

    Shop(
            ImportTimetable imports,
            Timetables timetables,
            Members members,
            AddTraveller addTraveller,
            Orders orders,
            SandboxPayments sandbox,
            Payments payments,
            SeatAvailability seats,
            Clock clock) {
        this.imports = imports;
        this.timetables = timetables;
        this.members = members;
        this.addTraveller = addTraveller;
        this.orders = orders;
        this.sandbox = sandbox;
        this.payments = payments;
        this.seats = seats;
        this.clock = clock;
    }

    public Run aTrain() {
        return trains(1).getFirst();
    }

    public List<Run> trains(int count) {
        return TestTrains.leavingSoon(imports, timetables, clock, count);
    }

    /** Trains of one day that one person can take all. */
    public List<Run> oneAfterAnother(int count) {
        return TestTrains.oneAfterAnother(imports, timetables, clock, count);
    }

    public long aMember() {
        return aMember(LocalDate.of(1990, 4, 1));
    }

    public long aMember(LocalDate born) {
        return members.register(People.born(born)).value();
    }

    /** The member in person. */
    public long self(long memberId) {
        return members.travellers(memberId).getFirst().travellerId();
    }

    public long aTraveller(long memberId, LocalDate born) {
        return aTraveller(memberId, born, People.freshCard(born));
    }

    public long aTraveller(long memberId, LocalDate born, String card) {
        AddTraveller.Outcome outcome =
                addTraveller.handle(
                        new AddTraveller.Command(
                                memberId, new IdentityClaim("测试乙", "identity_card", card, born)));
        assertThat(outcome).isInstanceOf(AddTraveller.Outcome.Added.class);
        return ((AddTraveller.Outcome.Added) outcome).travellerId();
    }

    /** By which the same person is known whoever buys. */
    public String key(long memberId, long travellerId) {
        return members.traveller(memberId, travellerId).orElseThrow().documentKey();
    }

    public OrderRequest wish(long memberId, Run run, List<Long> travellers) {
        return new OrderRequest(
                UUID.randomUUID(), memberId, run.id().value(), 0, 2, "second", travellers);
    }

    public Order place(OrderRequest request) {
        OrderPlacement placement = orders.place(request);
        assertThat(placement).isInstanceOf(OrderPlacement.Placed.class);
        return ((OrderPlacement.Placed) placement).order();
    }

    public OrderPlacement.Refused refused(OrderRequest request) {
        OrderPlacement placement = orders.place(request);
        assertThat(placement).isInstanceOf(OrderPlacement.Refused.class);
        return (OrderPlacement.Refused) placement;
    }

    /** The payer says yes; tickets follow when the fact is read. */
    public void pay(Order order) {
        PaymentIntent intent = orders.pay(order.id()).orElseThrow();
        sandbox.approve(intent.id());
    }

    public void approve(long intentId) {
        sandbox.approve(intentId);
    }

    public Order bought(long memberId, Run run) {
        Order order = place(wish(memberId, run, List.of(self(memberId))));
        pay(order);
        orders.settle(order.id());
        return now(order);
    }

    /** A paid order of so many adults. */
    public Order boughtForParty(Run run, String seatClass, int size) {
        long member = aMember();
        List<Long> travellers = new ArrayList<>(List.of(self(member)));
        while (travellers.size() < size) {
            travellers.add(aTraveller(member, LocalDate.of(1991, 5, 2)));
        }
        Order order =
                place(
                        new OrderRequest(
                                UUID.randomUUID(),
                                member,
                                run.id().value(),
                                0,
                                2,
                                seatClass,
                                travellers));
        pay(order);
        orders.settle(order.id());
        return now(order);
    }

    public Order now(Order order) {
        return orders.order(order.id()).orElseThrow();
    }

    public Order order(OrderId id) {
        return orders.order(id).orElseThrow();
    }

    public PaymentIntent payment(Order order) {
        return payments.ofOrder(order.reference()).orElseThrow();
    }

    public int free(Run run, int from, int to) {
        return free(run, "second", from, to);
    }

    public int free(Run run, String seatClass, int from, int to) {
        return seats.available(run.id(), seatClass, from, to, "general").count();
    }
}

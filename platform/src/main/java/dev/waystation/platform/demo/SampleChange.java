package dev.waystation.platform.demo;

import dev.waystation.platform.members.membership.MemberProfile;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.selling.booking.ChangeRequest;
import dev.waystation.platform.selling.booking.Order;
import dev.waystation.platform.selling.booking.OrderPlacement;
import dev.waystation.platform.selling.booking.OrderRequest;
import dev.waystation.platform.selling.booking.Orders;
import dev.waystation.platform.selling.catalogue.Connection;
import dev.waystation.platform.selling.catalogue.Timetables;
import dev.waystation.platform.selling.payment.SandboxPayments;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Tickets of the sample world that were changed: to a later train, and to a better class. */
@Component
@Profile("demo")
@org.springframework.core.annotation.Order(85)
class SampleChange implements ApplicationRunner {

    private static final String FROM = "WUH";
    private static final String TO = "CAN";
    private static final int DAYS_AHEAD = 6;
    private static final int SKIPPED = 70;

    private final SeedMarks marks;
    private final Members members;
    private final Timetables timetables;
    private final Orders orders;
    private final SandboxPayments sandbox;
    private final Clock clock;

    SampleChange(
            SeedMarks marks,
            Members members,
            Timetables timetables,
            Orders orders,
            SandboxPayments sandbox,
            Clock clock) {
        this.marks = marks;
        this.members = members;
        this.timetables = timetables;
        this.orders = orders;
        this.sandbox = sandbox;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        marks.part("changes", "tickets that were changed", this::seed);
    }

    private void seed() {
        LocalDate day = LocalDate.now(clock).plusDays(DAYS_AHEAD);
        List<Connection> trains = timetables.connections(FROM, TO, day);
        List<Long> people =
                members.profiles(0, SKIPPED + 2).stream()
                        .skip(SKIPPED)
                        .map(MemberProfile::memberId)
                        .toList();
        if (trains.size() < 2 || people.size() < 2) {
            return;
        }
        change(people.getFirst(), trains.getFirst(), trains.getLast(), "second");
        change(people.getLast(), trains.getFirst(), trains.getFirst(), "first");
    }

    private void change(long member, Connection from, Connection to, String seatClass) {
        OrderPlacement placed =
                orders.place(
                        new OrderRequest(
                                reference("ticket", member),
                                member,
                                from.run().id().value(),
                                from.fromCall(),
                                from.toCall(),
                                "second",
                                List.of(members.travellers(member).getFirst().travellerId())));
        if (!(placed instanceof OrderPlacement.Placed(Order order))) {
            return;
        }
        pay(order);
        orders.change(
                        new ChangeRequest(
                                reference("change", member),
                                order.tickets().getFirst().id(),
                                to.run().id().value(),
                                to.fromCall(),
                                to.toCall(),
                                seatClass,
                                List.of(),
                                "member:" + member))
                .ifPresent(this::pay);
    }

    private void pay(Order order) {
        orders.pay(order.id()).ifPresent(intent -> sandbox.approve(intent.id()));
        orders.settle(order.id());
    }

    private static UUID reference(String what, long member) {
        return UUID.nameUUIDFromBytes((what + " " + member).getBytes(StandardCharsets.UTF_8));
    }
}

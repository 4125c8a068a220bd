package dev.waystation.platform.demo;

import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.TravellerIdentity;
import dev.waystation.platform.selling.booking.OrderPlacement;
import dev.waystation.platform.selling.booking.OrderRequest;
import dev.waystation.platform.selling.booking.Orders;
import dev.waystation.platform.selling.booking.Ticket;
import dev.waystation.platform.selling.catalogue.Run;
import dev.waystation.platform.selling.catalogue.Timetables;
import dev.waystation.platform.selling.payment.SandboxPayments;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Invented people who buy through the same doors as real ones; one in twenty lets the hold lapse.
 */
@Component
class Customers {

    private static final int DAYS_AHEAD = 10;

    private final Members members;
    private final Timetables timetables;
    private final Orders orders;
    private final SandboxPayments sandbox;
    private final ObjectProvider<Answers> answers;

    Customers(
            Members members,
            Timetables timetables,
            Orders orders,
            SandboxPayments sandbox,
            ObjectProvider<Answers> answers) {
        this.members = members;
        this.timetables = timetables;
        this.orders = orders;
        this.sandbox = sandbox;
        this.answers = answers;
    }

    /** One purchase by anybody; empty when it was refused, not paid for, or nothing runs. */
    List<Ticket> buy(Instant now, ZoneId zone, SplittableRandom chance) {
        long count = members.count();
        if (count == 0) {
            return List.of();
        }
        return buy(1 + chance.nextLong(count), now, zone, chance);
    }

    /** What members buy now because a journey wrote to them. */
    List<Ticket> answer(Instant now, ZoneId zone, SplittableRandom chance) {
        Answers known = answers.getIfAvailable();
        return known == null
                ? List.of()
                : known.due(now).stream()
                        .flatMap(member -> buy(member, now, zone, chance).stream())
                        .toList();
    }

    private List<Ticket> buy(long memberId, Instant now, ZoneId zone, SplittableRandom chance) {
        List<TravellerIdentity> travellers = members.travellers(memberId);
        // Sooner days are likelier: the square of an even draw leans towards zero.
        double lean = chance.nextDouble();
        LocalDate day = now.atZone(zone).toLocalDate().plusDays((long) (lean * lean * DAYS_AHEAD));
        List<Run> runs =
                timetables.runsOn(day).stream().filter(run -> run.departs().isAfter(now)).toList();
        if (travellers.isEmpty() || runs.isEmpty()) {
            return List.of();
        }
        Run run = runs.get(chance.nextInt(runs.size()));
        int from = chance.nextInt(run.calls().size() - 1);
        int to = from + 1 + chance.nextInt(run.calls().size() - 1 - from);
        String seatClass = run.classes().get(chance.nextInt(run.classes().size())).seatClass();
        UUID reference = new UUID(chance.nextLong(), chance.nextLong());
        OrderRequest wish =
                new OrderRequest(
                        reference,
                        memberId,
                        run.id().value(),
                        from,
                        to,
                        seatClass,
                        List.of(travellers.getFirst().travellerId()));
        boolean pays = chance.nextInt(20) > 0;
        return switch (orders.place(wish)) {
            case OrderPlacement.Placed(var order) when pays -> {
                orders.pay(order.id()).ifPresent(intent -> sandbox.approve(intent.id()));
                orders.settle(order.id());
                yield orders.order(order.id()).orElseThrow().tickets();
            }
            case OrderPlacement.Placed _, OrderPlacement.Refused _ -> List.of();
        };
    }
}

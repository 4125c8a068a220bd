package dev.waystation.platform.insight.analytics.usecase;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.wiring.VenueZone;
import dev.waystation.platform.selling.booking.OrderId;
import dev.waystation.platform.selling.booking.Orders;
import dev.waystation.platform.selling.booking.Tickets;
import dev.waystation.platform.selling.catalogue.Timetables;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Trains of today, orders by number, tickets by the code on them. */
@Component
@Order(2)
class FindSold implements Finder {

    private static final int SHORTEST_CODE = 41;

    private final Timetables timetables;
    private final Orders orders;
    private final Tickets tickets;
    private final Clock clock;

    FindSold(Timetables timetables, Orders orders, Tickets tickets, Clock clock) {
        this.timetables = timetables;
        this.orders = orders;
        this.tickets = tickets;
        this.clock = clock;
    }

    @Override
    public List<FindAnything.Found> find(String text, Caller caller) {
        var found = new ArrayList<FindAnything.Found>();
        if (caller.may(Set.of("timetable.read"))) {
            LocalDate today = clock.instant().atZone(VenueZone.DEFAULT).toLocalDate();
            timetables
                    .run(text.toUpperCase(Locale.ROOT), today)
                    .ifPresent(run ->
                            found.add(
                                    new FindAnything.Found(
                                            "train",
                                            Said.same(run.trainCode()),
                                            new Said(
                                                    run.origin().nameZh()
                                                            + " → "
                                                            + run.destination().nameZh(),
                                                    run.origin().nameEn()
                                                            + " → "
                                                            + run.destination().nameEn()),
                                            "/trains?q=" + run.trainCode())));
        }
        if (caller.may(Set.of("orders.read", "gate.check"))) {
            sold(text, found);
        }
        return found;
    }

    private void sold(String text, List<FindAnything.Found> found) {
        if (text.startsWith("ord_")) {
            orders.order(OrderId.of(text))
                    .ifPresent(order ->
                            found.add(
                                    new FindAnything.Found(
                                            "order",
                                            Said.same(order.id().text()),
                                            Said.same(order.trip().trainCode()),
                                            "/orders/" + order.id().text())));
        } else if (text.length() >= SHORTEST_CODE) {
            tickets.byCode(text)
                    .ifPresent(ticket ->
                            found.add(
                                    new FindAnything.Found(
                                            "ticket",
                                            Said.same(
                                                    "%s %s-%s"
                                                            .formatted(
                                                                    ticket.trip().trainCode(),
                                                                    ticket.car(),
                                                                    ticket.seat())),
                                            Said.same(ticket.trip().serviceDate().toString()),
                                            "/orders/" + ticket.orderId().text())));
        }
    }
}

package dev.waystation.platform.insight.analytics.usecase;

import dev.waystation.platform.engagement.journey.Journeys;
import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.wiring.VenueZone;
import dev.waystation.platform.members.membership.MemberCard;
import dev.waystation.platform.members.membership.MemberSearch;
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
import org.springframework.stereotype.Service;

/** One box for everything: what is found depends on what the caller may see. */
@Service
public class FindAnything {

    /** One hit and the page that shows it. */
    public record Found(String kind, Said title, Said subtitle, String href) {}

    private final MemberSearch members;
    private final Timetables timetables;
    private final Orders orders;
    private final Tickets tickets;
    private final Journeys journeys;
    private final Clock clock;

    FindAnything(
            MemberSearch members,
            Timetables timetables,
            Orders orders,
            Tickets tickets,
            Journeys journeys,
            Clock clock) {
        this.members = members;
        this.timetables = timetables;
        this.orders = orders;
        this.tickets = tickets;
        this.journeys = journeys;
        this.clock = clock;
    }

    public List<Found> handle(String typed, Caller caller) {
        String text = typed.strip();
        var found = new ArrayList<Found>();
        if (text.isEmpty()) {
            return found;
        }
        try {
            look(text, caller, found);
        } catch (Malformed mistyped) {
            return found; // half an id finds nothing yet
        }
        return found;
    }

    private void look(String text, Caller caller, List<Found> found) {
        if (caller.may(Set.of("members.read"))) {
            members.find(text).forEach(card -> found.add(member(card)));
        }
        if (caller.may(Set.of("timetable.read"))) {
            LocalDate today = clock.instant().atZone(VenueZone.DEFAULT).toLocalDate();
            timetables
                    .run(text.toUpperCase(Locale.ROOT), today)
                    .ifPresent(run ->
                            found.add(
                                    new Found(
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
        if (caller.may(Set.of("journeys.read"))) {
            journeys.cards().stream()
                    .filter(card -> matches(card.name(), text) || card.code().contains(text))
                    .forEach(card -> found.add(journey(card)));
        }
    }

    private void sold(String text, List<Found> found) {
        if (text.startsWith("ord_")) {
            orders.order(OrderId.of(text))
                    .ifPresent(order ->
                            found.add(
                                    new Found(
                                            "order",
                                            Said.same(order.id().text()),
                                            Said.same(order.trip().trainCode()),
                                            "/orders/" + order.id().text())));
        } else if (text.length() > 40) {
            tickets.byCode(text)
                    .ifPresent(ticket ->
                            found.add(
                                    new Found(
                                            "ticket",
                                            Said.same(
                                                    ticket.trip().trainCode()
                                                            + " "
                                                            + ticket.car()
                                                            + "-"
                                                            + ticket.seat()),
                                            Said.same(ticket.trip().serviceDate().toString()),
                                            "/orders/" + ticket.orderId().text())));
        }
    }

    private static Found member(MemberCard card) {
        return new Found(
                "member",
                Said.same(card.maskedName()),
                Said.same(card.maskedPhone()),
                "/members/" + PublicId.encode("mbr", card.memberId()));
    }

    private static Found journey(Journeys.Card card) {
        return new Found(
                "journey",
                card.name(),
                Said.same(card.code()),
                "/journeys/" + PublicId.encode("jrn", card.journeyId()));
    }

    private static boolean matches(Said name, String text) {
        String small = text.toLowerCase(Locale.ROOT);
        return name.zh().contains(text) || name.en().toLowerCase(Locale.ROOT).contains(small);
    }
}

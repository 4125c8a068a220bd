package dev.waystation.platform.engagement.connectors.usecase;

import dev.waystation.platform.engagement.events.ReportedEvents;
import dev.waystation.platform.engagement.events.ReportedEvents.Own;
import dev.waystation.platform.engagement.events.ReportedEvents.Reported;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.members.passes.facts.PassUsed;
import dev.waystation.platform.operators.venues.VenueBook;
import dev.waystation.platform.selling.admission.facts.TicketCheckedIn;
import dev.waystation.platform.selling.booking.facts.TicketIssued;
import dev.waystation.platform.selling.booking.facts.TicketRefunded;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/**
 * Reports own facts as events. A station or a site that is listed as a venue is the venue, its gate
 * the zone; else the business line is the venue and the station the zone.
 */
@Service
public class ReportOwnFacts {

    private static final String RAILWAY = "railway";
    private static final String PARK = "park";

    private final ReportedEvents events;
    private final VenueBook venues;

    ReportOwnFacts(ReportedEvents events, VenueBook venues) {
        this.events = events;
        this.venues = venues;
    }

    /** Safe to be told again: each fact carries an id of its own. */
    public void handle(List<Fact> facts) {
        List<Reported> sales = new ArrayList<>();
        List<Reported> gates = new ArrayList<>();
        for (Fact fact : facts) {
            switch (fact) {
                case TicketIssued f -> sales.add(sold(f));
                case TicketRefunded f -> sales.add(refunded(f));
                case TicketCheckedIn f -> gates.add(checkedIn(f));
                case PassUsed f -> gates.add(passed(f));
                default -> {}
            }
        }
        events.report(Own.TICKETING, sales);
        events.report(Own.GATE, gates);
    }

    private static Reported sold(TicketIssued f) {
        return new Reported(
                "sold/" + f.ticketId(),
                "ticket.sold",
                member(f.memberId()),
                f.occurredAt(),
                null,
                null,
                Map.of(
                        "orderId", PublicId.encode("ord", f.orderId()),
                        "amountMinor", f.fareMinor(),
                        "seatClass", f.seatClass()));
    }

    private static Reported refunded(TicketRefunded f) {
        return new Reported(
                "refunded/" + f.ticketId(),
                "ticket.refunded",
                member(f.memberId()),
                f.occurredAt(),
                null,
                null,
                Map.of(
                        "orderId", PublicId.encode("ord", f.orderId()),
                        "amountMinor", f.refundMinor()));
    }

    private Reported checkedIn(TicketCheckedIn f) {
        return at(
                RAILWAY,
                f.stationCode(),
                f.gate(),
                "entered/" + f.ticketId(),
                "ticket.checked_in",
                f);
    }

    private Reported passed(PassUsed f) {
        return at(
                PARK,
                f.site(),
                "gate",
                "pass/" + f.passId() + "/" + f.occurredAt(),
                "pass.used",
                f);
    }

    private Reported at(String line, String place, String gate, String id, String name, Fact fact) {
        boolean listed = venues.find(place).isPresent();
        return new Reported(
                id,
                name,
                member(fact.subject()),
                fact.occurredAt(),
                listed ? place : line,
                listed ? gate : place,
                Map.of("place", place, "gate", gate));
    }

    private static String member(long memberId) {
        return PublicId.encode("mbr", memberId);
    }
}

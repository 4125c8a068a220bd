package dev.waystation.platform.selling.admission.usecase;

import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.members.membership.TravellerMembers;
import dev.waystation.platform.selling.admission.facts.TripCompleted;
import dev.waystation.platform.selling.booking.Ticket;
import dev.waystation.platform.selling.booking.TicketId;
import dev.waystation.platform.selling.booking.Tickets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says of every checked-in traveller whose train has arrived, once, that the trip is over. */
@Service
public class CompleteTrips {

    private static final int BATCH = 500;

    private final Tickets tickets;
    private final TravellerMembers members;
    private final FactLog facts;

    CompleteTrips(Tickets tickets, TravellerMembers members, FactLog facts) {
        this.members = members;
        this.tickets = tickets;
        this.facts = facts;
    }

    /** Completes one batch; how many there were, 0 when nobody is left. */
    @Transactional
    public int handle(Instant now) {
        List<Ticket> arrived = tickets.completeArrived(now, BATCH);
        Map<TicketId, Long> paid = tickets.ownMoney(arrived);
        Map<TravellerMembers.Key, Long> who =
                members.of(arrived.stream().map(CompleteTrips::traveller).toList());
        facts.append(
                arrived.stream()
                        .map(each ->
                                completed(
                                        each,
                                        paid.getOrDefault(each.id(), 0L),
                                        who.getOrDefault(traveller(each), 0L)))
                        .toList());
        return arrived.size();
    }

    private static TravellerMembers.Key traveller(Ticket ticket) {
        return new TravellerMembers.Key(ticket.memberId(), ticket.travellerId());
    }

    private static TripCompleted completed(Ticket ticket, long paidMinor, long traveller) {
        return new TripCompleted(
                ticket.id().value(),
                ticket.memberId(),
                ticket.trip().runId(),
                ticket.trip().seatClass(),
                paidMinor,
                ticket.group().equals("senior"),
                ticket.group().equals("student"),
                ticket.trip().from().stationCode(),
                ticket.trip().to().stationCode(),
                traveller,
                ticket.trip().to().at());
    }
}

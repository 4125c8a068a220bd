package dev.waystation.platform.selling.admission.usecase;

import dev.waystation.platform.foundation.facts.FactLog;
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
    private final FactLog facts;

    CompleteTrips(Tickets tickets, FactLog facts) {
        this.tickets = tickets;
        this.facts = facts;
    }

    /** Completes one batch; how many there were, 0 when nobody is left. */
    @Transactional
    public int handle(Instant now) {
        List<Ticket> arrived = tickets.completeArrived(now, BATCH);
        Map<TicketId, Long> paid = tickets.ownMoney(arrived);
        facts.append(
                arrived.stream()
                        .map(each -> completed(each, paid.getOrDefault(each.id(), 0L)))
                        .toList());
        return arrived.size();
    }

    private static TripCompleted completed(Ticket ticket, long paidMinor) {
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
                ticket.trip().to().at());
    }
}

package dev.waystation.platform.demo;

import dev.waystation.platform.selling.admission.Gate;
import dev.waystation.platform.selling.booking.Ticket;
import dev.waystation.platform.selling.booking.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.springframework.stereotype.Component;

/** People with a ticket who come to the gate shortly before their train leaves. */
@Component
class Travellers {

    private static final Duration EARLY = Duration.ofMinutes(20);

    private final Gate gate;
    private final Tickets tickets;
    private final PriorityQueue<Ticket> waiting =
            new PriorityQueue<>(Comparator.comparing(ticket -> ticket.trip().from().at()));

    Travellers(Gate gate, Tickets tickets) {
        this.gate = gate;
        this.tickets = tickets;
    }

    synchronized void expect(Ticket ticket) {
        waiting.add(ticket);
    }

    /** Sends everybody to the gate whose train leaves soon; how many were let in. */
    synchronized int board(Instant now) {
        int boarded = 0;
        Ticket next = waiting.peek();
        while (next != null && !next.trip().from().at().isAfter(now.plus(EARLY))) {
            waiting.remove();
            String station = next.trip().from().stationCode();
            if (gate.opens(tickets.code(next), "A" + (1 + next.id().value() % 9), station)) {
                boarded++;
            }
            next = waiting.peek();
        }
        return boarded;
    }
}

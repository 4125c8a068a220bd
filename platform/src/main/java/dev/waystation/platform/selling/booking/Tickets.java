package dev.waystation.platform.selling.booking;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The door to tickets: for the gate, member pages and completed trips. */
public interface Tickets {

    Optional<Ticket> ticket(TicketId id);

    /** The ticket a genuine code belongs to; empty for any other text. */
    Optional<Ticket> byCode(String code);

    /** Reads a code without looking at the ticket: is it genuine, and for which ride. */
    CodeReading read(String code);

    /** The code of an issued ticket, drawn as QR by clients. */
    String code(Ticket ticket);

    /** Newest departure first. */
    List<Ticket> ofMember(long memberId);

    /** The ticket that lets somebody travel after changes; empty for one that was not changed. */
    Optional<Ticket> changedInto(Ticket ticket);

    /** Lets the traveller in, once; the transaction of the caller decides. */
    CheckIn checkIn(TicketId id, Instant at);

    /** Marks at most {@code limit} checked-in tickets as completed whose train has arrived. */
    List<Ticket> completeArrived(Instant now, int limit);

    /**
     * What of each ticket the member paid in money of their own, in minor units: no points, no gift
     * and no discount. Points are earned by it.
     */
    Map<TicketId, Long> ownMoney(List<Ticket> tickets);
}

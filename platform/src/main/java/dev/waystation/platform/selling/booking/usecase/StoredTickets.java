package dev.waystation.platform.selling.booking.usecase;

import dev.waystation.platform.foundation.vault.KeyRing;
import dev.waystation.platform.foundation.vault.SigningKey;
import dev.waystation.platform.foundation.vault.SigningKeys;
import dev.waystation.platform.selling.booking.CheckIn;
import dev.waystation.platform.selling.booking.CodeReading;
import dev.waystation.platform.selling.booking.Ticket;
import dev.waystation.platform.selling.booking.TicketId;
import dev.waystation.platform.selling.booking.Tickets;
import dev.waystation.platform.selling.booking.model.TicketCode;
import dev.waystation.platform.selling.booking.store.TicketStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tickets kept in PostgreSQL; their codes are written anew each time, always the same. */
@Service
class StoredTickets implements Tickets {

    private final TicketStore store;
    private final KeyRing keys;
    private final BookingTerms terms;
    private final CarriedValue value;

    StoredTickets(TicketStore store, SigningKeys keys, BookingTerms terms, CarriedValue value) {
        this.store = store;
        this.keys = keys.ring("ticket codes");
        this.terms = terms;
        this.value = value;
    }

    @Override
    public Optional<Ticket> ticket(TicketId id) {
        return store.ticket(id);
    }

    @Override
    public Optional<Ticket> byCode(String code) {
        return read(code) instanceof CodeReading.Genuine ride
                ? store.ticket(ride.ticketId())
                : Optional.empty();
    }

    @Override
    public CodeReading read(String code) {
        return TicketCode.read(code.strip(), keys::publicKey);
    }

    @Override
    public String code(Ticket ticket) {
        SigningKey key = keys.signing();
        Instant departs = ticket.trip().from().at();
        return TicketCode.write(
                new CodeReading.Genuine(
                        ticket.id(),
                        ticket.trip().runId(),
                        ticket.trip().from().stationCode(),
                        ticket.trip().to().stationCode(),
                        ticket.car(),
                        ticket.seat(),
                        departs.minus(terms.gateOpens()),
                        departs),
                key.number(),
                key.privateKey());
    }

    @Override
    public Optional<Ticket> changedInto(Ticket ticket) {
        return value.last(ticket);
    }

    @Override
    public List<Ticket> ofMember(long memberId) {
        return store.ofMember(memberId);
    }

    @Override
    @Transactional
    public CheckIn checkIn(TicketId id, Instant at) {
        boolean admitted = store.checkIn(id, at);
        Ticket ticket = store.ticket(id).orElseThrow();
        if (admitted) {
            return new CheckIn.Admitted(ticket);
        }
        Instant first = ticket.checkedInAt();
        return first == null
                ? new CheckIn.NotValid(ticket)
                : new CheckIn.AlreadyUsed(ticket, first);
    }

    @Override
    @Transactional
    public List<Ticket> completeArrived(Instant now, int limit) {
        return store.completeArrived(now, limit);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<TicketId, Long> ownMoney(List<Ticket> tickets) {
        Set<Long> mixed =
                value.mixed(tickets.stream().map(each -> each.orderId().value()).toList());
        return tickets.stream()
                .collect(
                        Collectors.toMap(
                                Ticket::id,
                                each ->
                                        mixed.contains(each.orderId().value())
                                                ? value.ownMoney(each)
                                                : each.fare().minor()));
    }
}

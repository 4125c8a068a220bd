package dev.waystation.platform.members.parties.usecase;

import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.members.membership.TravellerMembers;
import dev.waystation.platform.members.parties.model.Companion;
import dev.waystation.platform.members.parties.model.Party;
import dev.waystation.platform.members.parties.store.PartyStore;
import dev.waystation.platform.selling.admission.facts.TripCompleted;
import dev.waystation.platform.selling.booking.Payers;
import dev.waystation.platform.selling.booking.Ticket;
import dev.waystation.platform.selling.booking.TicketId;
import dev.waystation.platform.selling.booking.Tickets;
import dev.waystation.platform.selling.booking.facts.TicketChanged;
import dev.waystation.platform.selling.booking.facts.TicketIssued;
import dev.waystation.platform.selling.booking.facts.TicketRefunded;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Follows tickets and says what each party is now. */
@Service
public class KeepParties {

    private final Tickets tickets;
    private final Payers payers;
    private final TravellerMembers members;
    private final PartyStore parties;
    private final FactLog facts;

    KeepParties(
            Tickets tickets,
            Payers payers,
            TravellerMembers members,
            PartyStore parties,
            FactLog facts) {
        this.tickets = tickets;
        this.payers = payers;
        this.members = members;
        this.parties = parties;
        this.facts = facts;
    }

    /** In the order they happened; a party that changed is told once for all of them. */
    @Transactional
    public void handle(List<Fact> heard) {
        Set<Party.Key> touched = new LinkedHashSet<>();
        for (Fact fact : heard) {
            switch (fact) {
                case TicketIssued f ->
                        ticket(f.ticketId()).ifPresent(t -> touched.add(place(t, f.occurredAt())));
                case TicketRefunded f ->
                        parties.end(f.memberId(), f.ticketId(), "returned").ifPresent(touched::add);
                case TicketChanged f -> change(f, touched);
                case TripCompleted f -> complete(f);
                default -> {}
            }
        }
        touched.forEach(key -> parties.find(key).ifPresent(party -> facts.append(party.formed())));
    }

    private Optional<Ticket> ticket(long id) {
        return tickets.ticket(new TicketId(id));
    }

    private Party.Key place(Ticket ticket, Instant at) {
        Party.Key key =
                new Party.Key(ticket.memberId(), ticket.orderId().value(), ticket.trip().runId());
        return place(key, ticket, at);
    }

    private Party.Key place(Party.Key key, Ticket ticket, Instant at) {
        parties.form(
                key, payers.of(ticket.memberId(), ticket.orderId()), at, ticket.trip().from().at());
        TravellerMembers.Key traveller =
                new TravellerMembers.Key(ticket.memberId(), ticket.travellerId());
        Map<TravellerMembers.Key, Long> known = members.of(List.of(traveller));
        parties.place(
                key,
                new Companion(
                        ticket.id().value(),
                        ticket.travellerId(),
                        known.get(traveller),
                        ticket.group().equals("general") ? "adult" : ticket.group(),
                        "going"));
        return parties.where(key.buyerId(), ticket.id().value()).orElse(key);
    }

    /** The new ticket belongs to the purchase of the old one; who rides another run parts. */
    private void change(TicketChanged f, Set<Party.Key> touched) {
        Optional<Party.Key> left = parties.end(f.memberId(), f.ticketId(), "changed");
        Optional<Ticket> next = ticket(f.newTicketId());
        if (left.isEmpty() || next.isEmpty()) {
            return;
        }
        touched.add(left.get());
        touched.add(place(next.get(), f.occurredAt()));
        Party.Key joins =
                new Party.Key(f.memberId(), left.get().partyId(), next.get().trip().runId());
        parties.form(
                joins,
                payers.of(f.memberId(), next.get().orderId()),
                parties.find(left.get()).map(Party::boughtAt).orElse(f.occurredAt()),
                next.get().trip().from().at());
        parties.move(f.memberId(), f.newTicketId(), joins.partyId()).ifPresent(touched::add);
    }

    private void complete(TripCompleted f) {
        parties.end(f.memberId(), f.ticketId(), "travelled")
                .flatMap(parties::find)
                .flatMap(party -> party.travelled(f.ticketId(), f.occurredAt()))
                .ifPresent(facts::append);
    }
}

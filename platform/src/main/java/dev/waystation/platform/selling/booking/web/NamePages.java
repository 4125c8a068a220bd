package dev.waystation.platform.selling.booking.web;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.NameCheck;
import dev.waystation.platform.selling.booking.Ticket;
import dev.waystation.platform.selling.booking.TicketId;
import dev.waystation.platform.selling.booking.Tickets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Whether the document in somebody's hand names the traveller of a ticket: at gate and window. */
@RestController
class NamePages {

    /** The name as the document has it; it is compared and not kept. */
    record PrintedName(@Nullable String name) {}

    private final Tickets tickets;
    private final Members members;

    NamePages(Tickets tickets, Members members) {
        this.tickets = tickets;
        this.members = members;
    }

    @PostMapping("/v1/tickets/{id}:check-name")
    @Permission({"gate.check", "orders.sell"})
    NameCheck checkName(@PathVariable String id, @RequestBody PrintedName printed) {
        String name = printed.name();
        if (name == null || name.isBlank()) {
            throw new Malformed("name", "", "is required");
        }
        Ticket ticket =
                tickets.ticket(TicketId.of(id))
                        .orElseThrow(() -> Refusal.of("TICKET_NOT_FOUND", HttpStatus.NOT_FOUND));
        return members.checkName(ticket.memberId(), ticket.travellerId(), name)
                .orElseThrow(() -> Refusal.of("TRAVELLER_NOT_FOUND", HttpStatus.NOT_FOUND));
    }
}

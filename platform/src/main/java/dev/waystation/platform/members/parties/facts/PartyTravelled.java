package dev.waystation.platform.members.parties.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;

/**
 * A member of ours arrived in a party; once per ticket.
 *
 * @param memberId who travelled, whoever bought
 * @param children others in the party who are children
 * @param role adult, child, senior or student
 * @param own whether they bought the ticket themselves
 */
public record PartyTravelled(
        long ticketId,
        long memberId,
        int size,
        int children,
        String role,
        boolean own,
        Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return memberId;
    }
}

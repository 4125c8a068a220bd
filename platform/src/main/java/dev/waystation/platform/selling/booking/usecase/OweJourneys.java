package dev.waystation.platform.selling.booking.usecase;

import dev.waystation.platform.foundation.vault.Obligations;
import dev.waystation.platform.selling.booking.TicketsLeftRefusal;
import dev.waystation.platform.selling.booking.store.OpenTickets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** A journey that was paid for is owed until it is made or returned. */
@Service
class OweJourneys implements Obligations {

    private final OpenTickets tickets;
    private final Clock clock;

    OweJourneys(OpenTickets tickets, Clock clock) {
        this.tickets = tickets;
        this.clock = clock;
    }

    @Override
    public Optional<Obligation> towards(long memberId) {
        long open = tickets.count(memberId, clock.instant());
        return open == 0
                ? Optional.empty()
                : Optional.of(
                        new Obligation(
                                TicketsLeftRefusal.TICKETS_NOT_USED_YET, Map.of("count", open)));
    }
}

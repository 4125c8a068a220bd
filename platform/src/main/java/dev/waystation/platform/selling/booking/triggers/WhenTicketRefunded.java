package dev.waystation.platform.selling.booking.triggers;

import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactReader;
import dev.waystation.platform.foundation.facts.RecordedFact;
import dev.waystation.platform.selling.booking.TicketId;
import dev.waystation.platform.selling.booking.facts.TicketChanged;
import dev.waystation.platform.selling.booking.facts.TicketRefunded;
import dev.waystation.platform.selling.booking.usecase.FreeRefundedSeat;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The seat of a returned ticket comes back also when we were killed right after the return. */
@Component
class WhenTicketRefunded implements FactReader {

    private final FreeRefundedSeat freeSeat;

    WhenTicketRefunded(FreeRefundedSeat freeSeat) {
        this.freeSeat = freeSeat;
    }

    @Override
    public String name() {
        return "booking.free-refunded-seat";
    }

    @Override
    public Set<Class<? extends Fact>> hears() {
        return Set.of(TicketRefunded.class, TicketChanged.class);
    }

    @Override
    public void read(List<RecordedFact> batch) {
        for (RecordedFact recorded : batch) {
            if (recorded.fact() instanceof TicketRefunded refunded) {
                freeSeat.handle(new TicketId(refunded.ticketId()));
            } else if (recorded.fact() instanceof TicketChanged changed) {
                freeSeat.handle(new TicketId(changed.ticketId()));
            }
        }
    }
}

package dev.waystation.platform.members.parties.triggers;

import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactReader;
import dev.waystation.platform.foundation.facts.RecordedFact;
import dev.waystation.platform.members.parties.usecase.KeepParties;
import dev.waystation.platform.selling.admission.facts.TripCompleted;
import dev.waystation.platform.selling.booking.facts.TicketChanged;
import dev.waystation.platform.selling.booking.facts.TicketIssued;
import dev.waystation.platform.selling.booking.facts.TicketRefunded;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tickets issued, given back, changed and used. */
@Component
class WhenTicketsMove implements FactReader {

    private final KeepParties keep;

    WhenTicketsMove(KeepParties keep) {
        this.keep = keep;
    }

    @Override
    public String name() {
        return "parties.tickets";
    }

    @Override
    public Set<Class<? extends Fact>> hears() {
        return Set.of(
                TicketIssued.class, TicketRefunded.class, TicketChanged.class, TripCompleted.class);
    }

    @Override
    public void read(List<RecordedFact> batch) {
        keep.handle(batch.stream().map(RecordedFact::fact).toList());
    }
}

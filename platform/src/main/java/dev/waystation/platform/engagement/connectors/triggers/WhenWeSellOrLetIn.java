package dev.waystation.platform.engagement.connectors.triggers;

import dev.waystation.platform.engagement.connectors.usecase.ReportOwnFacts;
import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactReader;
import dev.waystation.platform.foundation.facts.RecordedFact;
import dev.waystation.platform.members.passes.facts.PassUsed;
import dev.waystation.platform.selling.admission.facts.TicketCheckedIn;
import dev.waystation.platform.selling.booking.facts.TicketIssued;
import dev.waystation.platform.selling.booking.facts.TicketRefunded;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Own ticketing and own gates, as two sources among others. */
@Component
class WhenWeSellOrLetIn implements FactReader {

    private final ReportOwnFacts report;

    WhenWeSellOrLetIn(ReportOwnFacts report) {
        this.report = report;
    }

    @Override
    public String name() {
        return "connectors.own";
    }

    @Override
    public Set<Class<? extends Fact>> hears() {
        return Set.of(
                TicketIssued.class, TicketRefunded.class, TicketCheckedIn.class, PassUsed.class);
    }

    @Override
    public void read(List<RecordedFact> batch) {
        report.handle(batch.stream().map(RecordedFact::fact).toList());
    }
}

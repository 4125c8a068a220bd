package dev.waystation.platform.selling.booking.triggers;

import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactReader;
import dev.waystation.platform.foundation.facts.RecordedFact;
import dev.waystation.platform.selling.booking.facts.TenderReturned;
import dev.waystation.platform.selling.booking.usecase.ReturnTenders;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Points and card money come back also when we were killed right after the ticket's return. */
@Component
class WhenTenderReturned implements FactReader {

    private final ReturnTenders returnTenders;

    WhenTenderReturned(ReturnTenders returnTenders) {
        this.returnTenders = returnTenders;
    }

    @Override
    public String name() {
        return "booking.return-tenders";
    }

    @Override
    public Set<Class<? extends Fact>> hears() {
        return Set.of(TenderReturned.class);
    }

    @Override
    public void read(List<RecordedFact> batch) {
        for (RecordedFact recorded : batch) {
            if (recorded.fact() instanceof TenderReturned returned) {
                returnTenders.handle(returned);
            }
        }
    }
}

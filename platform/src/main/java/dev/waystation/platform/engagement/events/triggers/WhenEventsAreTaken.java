package dev.waystation.platform.engagement.events.triggers;

import dev.waystation.platform.engagement.events.facts.EventsTaken;
import dev.waystation.platform.engagement.events.usecase.CountTaken;
import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactReader;
import dev.waystation.platform.foundation.facts.RecordedFact;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Counts what each source brought, behind the intake. */
@Component
class WhenEventsAreTaken implements FactReader {

    private final CountTaken count;

    WhenEventsAreTaken(CountTaken count) {
        this.count = count;
    }

    @Override
    public String name() {
        return "events.tally";
    }

    @Override
    public Set<Class<? extends Fact>> hears() {
        return Set.of(EventsTaken.class);
    }

    @Override
    public void read(List<RecordedFact> batch) {
        count.handle(batch.stream().map(recorded -> (EventsTaken) recorded.fact()).toList());
    }
}

package dev.waystation.platform.engagement.webhooks.triggers;

import dev.waystation.platform.engagement.webhooks.usecase.TellEndpoints;
import dev.waystation.platform.engagement.webhooks.usecase.ToldFacts;
import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactReader;
import dev.waystation.platform.foundation.facts.RecordedFact;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Hears of all that others may hear of. */
@Component
class WhenSomethingIsTold implements FactReader {

    private final TellEndpoints tell;
    private final ToldFacts told;

    WhenSomethingIsTold(TellEndpoints tell, ToldFacts told) {
        this.tell = tell;
        this.told = told;
    }

    @Override
    public String name() {
        return "webhooks.told";
    }

    @Override
    public Set<Class<? extends Fact>> hears() {
        return told.classes();
    }

    @Override
    public void read(List<RecordedFact> batch) {
        tell.handle(batch, told.names());
    }
}

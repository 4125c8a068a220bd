package dev.waystation.platform.engagement.messaging.triggers;

import dev.waystation.platform.engagement.messaging.usecase.TellPassHolders;
import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactReader;
import dev.waystation.platform.foundation.facts.RecordedFact;
import dev.waystation.platform.members.passes.facts.PassEnding;
import dev.waystation.platform.members.passes.facts.PassExtended;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A pass ends later, or soon: its holder reads it in the inbox, once. */
@Component
class WhenPassMoves implements FactReader {

    private final TellPassHolders tell;

    WhenPassMoves(TellPassHolders tell) {
        this.tell = tell;
    }

    @Override
    public String name() {
        return "messaging.passes";
    }

    @Override
    public Set<Class<? extends Fact>> hears() {
        return Set.of(PassExtended.class, PassEnding.class);
    }

    @Override
    public void read(List<RecordedFact> batch) {
        for (RecordedFact recorded : batch) {
            switch (recorded.fact()) {
                case PassExtended extended -> tell.extended(extended);
                case PassEnding ending -> tell.ending(ending);
                default -> {}
            }
        }
    }
}

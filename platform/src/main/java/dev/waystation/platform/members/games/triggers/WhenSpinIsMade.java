package dev.waystation.platform.members.games.triggers;

import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactReader;
import dev.waystation.platform.foundation.facts.RecordedFact;
import dev.waystation.platform.members.games.facts.SpinMade;
import dev.waystation.platform.members.games.usecase.GivePrize;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Takes the cost of spins and gives their prizes. */
@Component
class WhenSpinIsMade implements FactReader {

    private final GivePrize give;

    WhenSpinIsMade(GivePrize give) {
        this.give = give;
    }

    @Override
    public String name() {
        return "games.prizes";
    }

    @Override
    public Set<Class<? extends Fact>> hears() {
        return Set.of(SpinMade.class);
    }

    @Override
    public void read(List<RecordedFact> batch) {
        for (RecordedFact each : batch) {
            if (each.fact() instanceof SpinMade spin) {
                give.handle(spin);
            }
        }
    }
}

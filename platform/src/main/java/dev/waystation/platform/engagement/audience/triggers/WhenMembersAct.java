package dev.waystation.platform.engagement.audience.triggers;

import dev.waystation.platform.engagement.audience.usecase.HearEvents;
import dev.waystation.platform.engagement.identity.facts.EventsAttributed;
import dev.waystation.platform.engagement.identity.facts.PersonJoined;
import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactReader;
import dev.waystation.platform.foundation.facts.RecordedFact;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Hears of events whose member is known, and moves tags and segments in the same transaction. */
@Component
class WhenMembersAct implements FactReader {

    private final HearEvents hear;

    WhenMembersAct(HearEvents hear) {
        this.hear = hear;
    }

    @Override
    public String name() {
        return "audience.events";
    }

    @Override
    public Set<Class<? extends Fact>> hears() {
        return Set.of(EventsAttributed.class, PersonJoined.class);
    }

    @Override
    public void read(List<RecordedFact> batch) {
        List<EventsAttributed> together = new ArrayList<>();
        for (RecordedFact recorded : batch) {
            if (recorded.fact() instanceof EventsAttributed attributed) {
                together.add(attributed);
            } else if (recorded.fact() instanceof PersonJoined joined) {
                tell(together); // a join is about what was known before it
                hear.joined(joined);
            }
        }
        tell(together);
    }

    private void tell(List<EventsAttributed> together) {
        if (!together.isEmpty()) {
            hear.attributed(List.copyOf(together));
            together.clear();
        }
    }
}

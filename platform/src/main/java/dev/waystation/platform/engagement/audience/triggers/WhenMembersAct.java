package dev.waystation.platform.engagement.audience.triggers;

import dev.waystation.platform.engagement.audience.usecase.HearEvents;
import dev.waystation.platform.engagement.identity.facts.EventsAttributed;
import dev.waystation.platform.engagement.identity.facts.PersonJoined;
import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactReader;
import dev.waystation.platform.foundation.facts.RecordedFact;
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
        for (RecordedFact recorded : batch) {
            switch (recorded.fact()) {
                case EventsAttributed attributed -> hear.attributed(attributed);
                case PersonJoined joined -> hear.joined(joined);
                default -> {}
            }
        }
    }
}

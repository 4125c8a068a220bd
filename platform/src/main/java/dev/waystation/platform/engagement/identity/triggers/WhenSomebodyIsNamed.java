package dev.waystation.platform.engagement.identity.triggers;

import dev.waystation.platform.engagement.events.facts.EventsTaken;
import dev.waystation.platform.engagement.identity.usecase.AttributeEvents;
import dev.waystation.platform.engagement.identity.usecase.LinkMembers;
import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactReader;
import dev.waystation.platform.foundation.facts.RecordedFact;
import dev.waystation.platform.members.membership.facts.MembersLinked;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Events and merges in the order they became known. */
@Component
class WhenSomebodyIsNamed implements FactReader {

    private final AttributeEvents attribute;
    private final LinkMembers link;

    WhenSomebodyIsNamed(AttributeEvents attribute, LinkMembers link) {
        this.attribute = attribute;
        this.link = link;
    }

    @Override
    public String name() {
        return "identity.named";
    }

    @Override
    public Set<Class<? extends Fact>> hears() {
        return Set.of(EventsTaken.class, MembersLinked.class);
    }

    @Override
    public void read(List<RecordedFact> batch) {
        List<EventsTaken> together = new ArrayList<>();
        for (RecordedFact recorded : batch) {
            if (recorded.fact() instanceof EventsTaken taken) {
                together.add(taken);
            } else if (recorded.fact() instanceof MembersLinked linked) {
                name(together);
                link.handle(linked);
            }
        }
        name(together);
    }

    private void name(List<EventsTaken> together) {
        if (!together.isEmpty()) {
            attribute.handle(List.copyOf(together));
            together.clear();
        }
    }
}

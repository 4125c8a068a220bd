package dev.waystation.platform.engagement.messaging.triggers;

import dev.waystation.platform.engagement.messaging.store.SamePersonRows;
import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactReader;
import dev.waystation.platform.foundation.facts.RecordedFact;
import dev.waystation.platform.members.membership.facts.MembersLinked;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Caps and suppressed addresses are those of a person, not of one of two numbers. */
@Component
class WhenMembersAreOnePerson implements FactReader {

    private final SamePersonRows rows;

    WhenMembersAreOnePerson(SamePersonRows rows) {
        this.rows = rows;
    }

    @Override
    public String name() {
        return "messaging.same-person";
    }

    @Override
    public Set<Class<? extends Fact>> hears() {
        return Set.of(MembersLinked.class);
    }

    @Override
    public void read(List<RecordedFact> batch) {
        for (RecordedFact recorded : batch) {
            if (recorded.fact() instanceof MembersLinked link) {
                if (link.linked()) {
                    rows.join(link.memberId(), link.intoId());
                } else {
                    rows.part(link.memberId(), link.intoId());
                }
            }
        }
    }
}

package dev.waystation.platform.engagement.journey.triggers;

import dev.waystation.platform.engagement.journey.store.CarriedRows;
import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactReader;
import dev.waystation.platform.foundation.facts.RecordedFact;
import dev.waystation.platform.members.membership.facts.MembersLinked;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Lets journeys go on with the member who stays; nobody enters or leaves one by it. */
@Component
class WhenTravellersAreOnePerson implements FactReader {

    private final CarriedRows rows;

    WhenTravellersAreOnePerson(CarriedRows rows) {
        this.rows = rows;
    }

    @Override
    public String name() {
        return "journey.same-person";
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
                    rows.goOver(link.memberId(), link.intoId(), recorded.recordedAt());
                } else {
                    rows.comeBack(link.memberId(), link.intoId(), recorded.recordedAt());
                }
            }
        }
    }
}

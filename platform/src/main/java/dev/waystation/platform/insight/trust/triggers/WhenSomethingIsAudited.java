package dev.waystation.platform.insight.trust.triggers;

import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactReader;
import dev.waystation.platform.foundation.facts.RecordedFact;
import dev.waystation.platform.insight.trust.usecase.KeepTrail;
import dev.waystation.platform.members.membership.facts.ConsentChanged;
import dev.waystation.platform.members.membership.facts.PersonalDataRevealed;
import dev.waystation.platform.selling.release.facts.ReleasePlanPublished;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Puts into the trail what somebody may have to answer for. */
@Component
class WhenSomethingIsAudited implements FactReader {

    private final KeepTrail trail;
    private final JsonMapper json;

    WhenSomethingIsAudited(KeepTrail trail, JsonMapper json) {
        this.trail = trail;
        this.json = json;
    }

    @Override
    public String name() {
        return "trust.audit";
    }

    @Override
    public Set<Class<? extends Fact>> hears() {
        return Set.of(PersonalDataRevealed.class, ReleasePlanPublished.class, ConsentChanged.class);
    }

    @Override
    public void read(List<RecordedFact> batch) {
        for (RecordedFact each : batch) {
            Fact fact = each.fact();
            trail.handle(
                    each.position(),
                    fact.occurredAt(),
                    actor(fact),
                    fact.getClass().getSimpleName(),
                    fact.subject(),
                    json.writeValueAsString(fact));
        }
    }

    private static String actor(Fact fact) {
        if (fact instanceof PersonalDataRevealed revealed) {
            return "staff:" + revealed.staffId();
        }
        if (fact instanceof ConsentChanged changed) {
            return changed.source() + ":" + changed.memberId();
        }
        if (fact instanceof ReleasePlanPublished published) {
            return published.author();
        }
        return "system";
    }
}

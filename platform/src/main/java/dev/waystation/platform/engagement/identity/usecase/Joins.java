package dev.waystation.platform.engagement.identity.usecase;

import dev.waystation.platform.engagement.identity.facts.PersonJoined;
import dev.waystation.platform.engagement.identity.model.Finding;
import dev.waystation.platform.engagement.identity.model.IdentityGraph;
import dev.waystation.platform.engagement.identity.model.Person;
import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactLog;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Tells when what an unknown person did became a member's, or ceased to be. */
@Component
class Joins {

    private final FactLog facts;

    Joins(FactLog facts) {
        this.facts = facts;
    }

    void tell(IdentityGraph graph) {
        for (Finding finding : graph.findings()) {
            boolean joined = finding.kind() == Finding.Kind.JOINED;
            if (!joined && finding.kind() != Finding.Kind.PARTED) {
                continue;
            }
            Person other = graph.person(Objects.requireNonNull(finding.otherId()));
            Long member = graph.root(graph.person(finding.personId())).memberId();
            // two members joined by staff are told of by membership
            if (member != null && !other.isKnown()) {
                facts.append(new PersonJoined(member, other.id(), joined, finding.at()));
            }
        }
    }

    void tell(List<? extends Fact> happened) {
        facts.append(happened);
    }
}

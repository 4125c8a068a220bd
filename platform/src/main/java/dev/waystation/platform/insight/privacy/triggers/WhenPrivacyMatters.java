package dev.waystation.platform.insight.privacy.triggers;

import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactReader;
import dev.waystation.platform.foundation.facts.RecordedFact;
import dev.waystation.platform.insight.privacy.model.Line;
import dev.waystation.platform.insight.privacy.store.LineStore;
import dev.waystation.platform.members.membership.facts.ConsentChanged;
import dev.waystation.platform.members.membership.facts.PersonalDataRevealed;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Keeps the rows a month's report on privacy counts. */
@Component
class WhenPrivacyMatters implements FactReader {

    private final LineStore store;

    WhenPrivacyMatters(LineStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "privacy.report";
    }

    @Override
    public Set<Class<? extends Fact>> hears() {
        return Set.of(ConsentChanged.class, PersonalDataRevealed.class);
    }

    @Override
    public void read(List<RecordedFact> batch) {
        store.append(batch.stream().map(each -> line(each.fact(), each.position())).toList());
    }

    private static Line line(Fact fact, long position) {
        return switch (fact) {
            case ConsentChanged said ->
                    Line.heard(
                            said.granted() ? Line.GIVEN : Line.WITHDRAWN,
                            said.memberId(),
                            said.source(),
                            said.channel() + "/" + said.purpose(),
                            "",
                            said.occurredAt(),
                            position);
            case PersonalDataRevealed seen ->
                    Line.heard(
                            Line.REVEALED,
                            seen.memberId(),
                            "staff:" + seen.staffId(),
                            seen.field(),
                            seen.reason(),
                            seen.occurredAt(),
                            position);
            default -> throw new IllegalStateException("not asked for: " + fact);
        };
    }
}

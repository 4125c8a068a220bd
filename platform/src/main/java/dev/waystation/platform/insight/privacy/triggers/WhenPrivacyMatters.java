package dev.waystation.platform.insight.privacy.triggers;

import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactReader;
import dev.waystation.platform.foundation.facts.RecordedFact;
import dev.waystation.platform.foundation.wiring.VenueZone;
import dev.waystation.platform.insight.privacy.store.RequestStore;
import dev.waystation.platform.members.membership.facts.ConsentChanged;
import dev.waystation.platform.members.membership.facts.PersonalDataRevealed;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Counts, month by month, what a report on privacy tells. */
@Component
class WhenPrivacyMatters implements FactReader {

    private final RequestStore store;

    WhenPrivacyMatters(RequestStore store) {
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
        for (RecordedFact recorded : batch) {
            Fact fact = recorded.fact();
            LocalDate month =
                    LocalDate.ofInstant(fact.occurredAt(), VenueZone.DEFAULT).withDayOfMonth(1);
            store.count(month, kind(fact));
        }
    }

    private static String kind(Fact fact) {
        if (fact instanceof ConsentChanged consent) {
            return consent.granted() ? "consentsGiven" : "consentsWithdrawn";
        }
        return "reveals";
    }
}

package dev.waystation.platform.engagement.journey.triggers;

import dev.waystation.platform.engagement.journey.model.HeardFact;
import dev.waystation.platform.engagement.journey.store.CarriedRows;
import dev.waystation.platform.engagement.journey.usecase.HearFacts;
import dev.waystation.platform.engagement.journey.usecase.MemberFacts;
import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactReader;
import dev.waystation.platform.foundation.facts.RecordedFact;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Lets members into journeys and tells those inside. */
@Component
class WhenSomethingHappensToAMember implements FactReader {

    private final HearFacts hear;
    private final MemberFacts facts;
    private final CarriedRows carried;

    WhenSomethingHappensToAMember(HearFacts hear, MemberFacts facts, CarriedRows carried) {
        this.carried = carried;
        this.hear = hear;
        this.facts = facts;
    }

    @Override
    public String name() {
        return "journey.members";
    }

    @Override
    public Set<Class<? extends Fact>> hears() {
        return Set.copyOf(facts.all().values());
    }

    @Override
    public void read(List<RecordedFact> batch) {
        List<HeardFact> heard =
                batch.stream().map(facts::heard).filter(fact -> fact.memberId() > 0).toList();
        Map<Long, Long> stay = carried.stay(heard.stream().map(HeardFact::memberId).toList());
        hear.handle(
                heard.stream()
                        .map(fact -> fact.of(stay.getOrDefault(fact.memberId(), fact.memberId())))
                        .toList());
    }
}

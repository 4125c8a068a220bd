package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.platform.foundation.edge.Explanations;
import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactLog;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Facts and the reasons they point to, kept together in the transaction of the change. */
@Component
class News {

    private final FactLog facts;
    private final Explanations explanations;

    News(FactLog facts, Explanations explanations) {
        this.facts = facts;
        this.explanations = explanations;
    }

    void tell(List<Fact> happened, Map<String, Explanations.Owned> whys) {
        explanations.keep(whys);
        facts.append(happened);
    }
}

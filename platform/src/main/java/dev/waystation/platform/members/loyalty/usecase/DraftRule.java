package dev.waystation.platform.members.loyalty.usecase;

import dev.waystation.platform.members.loyalty.model.RuleCheck;
import dev.waystation.platform.members.loyalty.model.RuleSketch;
import dev.waystation.platform.members.loyalty.store.RuleStore;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes the draft of a rule. A draft may still be wrong; what is wrong is said each time. */
@Service
public class DraftRule {

    private final RuleStore rules;
    private final Programmes programmes;
    private final ListRules list;
    private final Clock clock;

    DraftRule(RuleStore rules, Programmes programmes, ListRules list, Clock clock) {
        this.rules = rules;
        this.programmes = programmes;
        this.list = list;
        this.clock = clock;
    }

    @Transactional
    public ListRules.Card handle(RuleSketch sketch, String by) {
        programmes.of(sketch.programme());
        rules.lock(sketch.code());
        rules.draft(sketch, by, clock.instant());
        return list.find(sketch.code()).orElseThrow();
    }

    /** How a rule would read, without keeping anything. */
    public RuleCheck.Reading preview(RuleSketch sketch) {
        return RuleCheck.read(sketch, programmes.of(sketch.programme()));
    }
}

package dev.waystation.platform.selling.booking.usecase;

import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.foundation.settings.RuleLine;
import dev.waystation.platform.selling.booking.facts.ChangeRulesSet;
import dev.waystation.platform.selling.booking.model.ChangeRules;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rules of changing as staff reads and sets them; changes under way keep what they cost. */
@Service
public class SetChangeRules {

    private final ChangeTerms terms;
    private final FactLog facts;
    private final Clock clock;

    SetChangeRules(ChangeTerms terms, FactLog facts, Clock clock) {
        this.terms = terms;
        this.facts = facts;
        this.clock = clock;
    }

    public ChangeRules now() {
        return terms.now();
    }

    public List<RuleLine> words(ChangeRules rules) {
        return terms.lines(rules);
    }

    /** The same rules again are no change and leave no trace. */
    @Transactional
    public ChangeRules handle(ChangeRules wanted, String by) {
        List<RuleLine> before = terms.lines(terms.now());
        List<RuleLine> after = terms.lines(wanted);
        long changed =
                after.stream().filter(line -> !before.contains(line)).count()
                        + before.stream()
                                .filter(line -> after.stream().noneMatch(each -> same(each, line)))
                                .count();
        if (changed > 0) {
            terms.put(wanted, by);
            facts.append(new ChangeRulesSet((int) changed, by, clock.instant()));
        }
        return terms.now();
    }

    private static boolean same(RuleLine one, RuleLine other) {
        return one.key().equals(other.key());
    }
}

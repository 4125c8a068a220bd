package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.platform.engagement.audience.facts.TagRuleSet;
import dev.waystation.platform.engagement.audience.store.TagHistory;
import dev.waystation.platform.foundation.facts.FactLog;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Keeps every rule a tag ever had, with who set it and what for. */
@Component
class KeepTagRule {

    private final TagHistory history;
    private final FactLog facts;
    private final Clock clock;

    KeepTagRule(TagHistory history, FactLog facts, Clock clock) {
        this.history = history;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Before the first edit: those who carry a ready-made tag carry it by the rule it came with.
     */
    void readyMade(String code) {
        if (history.rules(code).isEmpty()) {
            history.keepRule(code, "system", "ready-made", clock.instant());
        }
    }

    /** Keeps the rule in force now; answers its version. */
    int handle(String code, String by, String reason) {
        Instant now = clock.instant();
        history.keepRule(code, by, reason, now);
        int version = history.rules(code).getFirst().version();
        facts.append(new TagRuleSet(code, version, by, reason, now));
        return version;
    }
}

package dev.waystation.platform.engagement.messaging.usecase;

import dev.waystation.platform.engagement.messaging.model.SendRules;
import dev.waystation.platform.engagement.messaging.store.RuleRows;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the operator sets for all messages; it holds from the next check on. */
@Service
public class KeepRules {

    private final RuleRows rows;

    KeepRules(RuleRows rows) {
        this.rows = rows;
    }

    @Transactional(readOnly = true)
    public SendRules read() {
        return rows.read();
    }

    @Transactional
    public SendRules handle(SendRules rules) {
        rows.write(rules);
        return rules;
    }
}

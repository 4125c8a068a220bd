package dev.waystation.platform.members.wallet.usecase;

import dev.waystation.platform.members.wallet.model.TransferRule;
import dev.waystation.platform.members.wallet.store.TransferRuleStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes the limits of sending points; what was sent before stands. */
@Service
public class SetTransferRule {

    private final TransferRuleStore rules;

    SetTransferRule(TransferRuleStore rules) {
        this.rules = rules;
    }

    @Transactional
    public TransferRule handle(TransferRule rule) {
        rules.write(rule);
        return rules.read();
    }
}

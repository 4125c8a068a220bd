package dev.waystation.platform.members.wallet.usecase;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.settings.RuleLine;
import dev.waystation.platform.foundation.settings.RuleSet;
import dev.waystation.platform.members.wallet.model.TransferRule;
import dev.waystation.platform.members.wallet.store.TransferRuleStore;
import java.util.List;
import org.springframework.stereotype.Component;

/** The limits of sending points, as one of the subjects programmes set. */
@Component
class TransferTerms implements RuleSet<TransferRule> {

    private final TransferRuleStore rules;

    TransferTerms(TransferRuleStore rules) {
        this.rules = rules;
    }

    @Override
    public String code() {
        return "transfers";
    }

    @Override
    public Said name() {
        return new Said("积分转赠", "Sending points");
    }

    @Override
    public Class<TransferRule> shape() {
        return TransferRule.class;
    }

    @Override
    public TransferRule now() {
        return rules.read();
    }

    @Override
    public void put(TransferRule wanted, String by) {
        rules.write(wanted);
    }

    @Override
    public List<RuleLine> lines(TransferRule rule) {
        return List.of(
                RuleLine.number("least", "每次最少", "at a time at least", rule.least(), "分", "points"),
                RuleLine.number(
                        "mostAYear", "每年最多", "a year at most", rule.mostAYear(), "分", "points"),
                RuleLine.number(
                        "coolingDays", "两次间隔", "between two", rule.coolingDays(), "天", "days"),
                new RuleLine(
                        "feePermille",
                        new Said("手续费", "fee"),
                        Said.same("%s%%".formatted(rule.feePermille() / 10.0))),
                RuleLine.yesNo(
                        "familyOnly", "仅限家庭成员", "within the family only", rule.familyOnly()));
    }
}

package dev.waystation.platform.members.loyalty.usecase;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.settings.RuleLine;
import dev.waystation.platform.foundation.settings.RuleSet;
import dev.waystation.platform.members.loyalty.model.Programme;
import dev.waystation.platform.members.loyalty.model.ProgrammeWords;
import java.util.List;

/**
 * An earning programme with the rules in force and its clubs as one value: what a ready-made
 * programme replaces as a whole.
 */
class EarningTerms implements RuleSet<Programme> {

    private final String programme;
    private final Programmes programmes;
    private final RulesInForce rules;
    private final EarningTrial trial;

    EarningTerms(String programme, Programmes programmes, RulesInForce rules, EarningTrial trial) {
        this.programme = programme;
        this.programmes = programmes;
        this.rules = rules;
        this.trial = trial;
    }

    @Override
    public String code() {
        return "earning." + programme;
    }

    @Override
    public Said name() {
        Said name = programmes.of(programme).name();
        return new Said(name.zh() + "：积分与等级", name.en() + ": points and tiers");
    }

    @Override
    public Class<Programme> shape() {
        return Programme.class;
    }

    @Override
    public Programme now() {
        return programmes.of(programme).with(rules.of(programme));
    }

    @Override
    public void put(Programme wanted, String by) {
        programmes.replace(wanted);
        rules.become(wanted, by);
    }

    @Override
    public List<RuleLine> lines(Programme value) {
        return ProgrammeWords.of(value);
    }

    @Override
    public List<Said> effects(Programme now, Programme wanted) {
        return List.of(trial.verdict(now, wanted));
    }
}

package dev.waystation.platform.members.membership.usecase;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.settings.RuleLine;
import dev.waystation.platform.foundation.settings.RuleSet;
import dev.waystation.platform.foundation.settings.Settings;
import dev.waystation.platform.members.membership.model.HouseholdRules;
import java.util.List;
import org.springframework.stereotype.Component;

/** The rules of families as people set them. */
@Component
class HouseholdTerms implements RuleSet<HouseholdRules> {

    private final Settings settings;

    HouseholdTerms(Settings settings) {
        this.settings = settings;
    }

    @Override
    public String code() {
        return "family";
    }

    @Override
    public Said name() {
        return new Said("家庭共享", "Family pools");
    }

    @Override
    public Class<HouseholdRules> shape() {
        return HouseholdRules.class;
    }

    @Override
    public HouseholdRules now() {
        return settings.read(code(), shape(), HouseholdRules.USUAL);
    }

    @Override
    public void put(HouseholdRules wanted, String by) {
        settings.write(code(), wanted, by);
    }

    @Override
    public List<RuleLine> lines(HouseholdRules rules) {
        return List.of(
                RuleLine.number("most", "家庭人数上限", "people at most", rules.most(), "人", "people"),
                RuleLine.number(
                        "waitDays", "加入后等待", "wait after joining", rules.waitDays(), "天", "days"),
                RuleLine.number(
                        "coolingDays",
                        "退出后冷静期",
                        "pause after leaving",
                        rules.coolingDays(),
                        "天",
                        "days"),
                RuleLine.number(
                        "invitationDays",
                        "邀请有效期",
                        "an invitation stands",
                        rules.invitationDays(),
                        "天",
                        "days"),
                RuleLine.number(
                        "minorLimit",
                        "未成年人可用额度",
                        "a minor may draw",
                        rules.minorLimit(),
                        "分",
                        "points"));
    }
}

package dev.waystation.platform.members.membership.usecase;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.settings.KeptRules;
import dev.waystation.platform.foundation.settings.RuleLine;
import dev.waystation.platform.foundation.settings.Settings;
import dev.waystation.platform.members.membership.model.HouseholdRules;
import java.util.List;
import org.springframework.stereotype.Component;

/** The rules of families as people set them. */
@Component
class HouseholdTerms extends KeptRules<HouseholdRules> {

    HouseholdTerms(Settings settings) {
        super(
                settings,
                "family",
                new Said("家庭共享", "Family pools"),
                HouseholdRules.class,
                HouseholdRules.USUAL);
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

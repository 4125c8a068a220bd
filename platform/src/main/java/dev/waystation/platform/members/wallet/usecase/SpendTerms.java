package dev.waystation.platform.members.wallet.usecase;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.settings.KeptRules;
import dev.waystation.platform.foundation.settings.RuleLine;
import dev.waystation.platform.foundation.settings.Settings;
import dev.waystation.platform.members.wallet.SpendRule;
import java.util.List;
import org.springframework.stereotype.Component;

/** When points pay and what they are worth, as people set it. */
@Component
class SpendTerms extends KeptRules<SpendRule> {

    SpendTerms(Settings settings) {
        super(
                settings,
                "spending",
                new Said("积分抵扣", "Paying with points"),
                SpendRule.class,
                SpendRule.USUAL);
    }

    @Override
    public List<RuleLine> lines(SpendRule rule) {
        return List.of(
                RuleLine.number(
                        "firstUsePoints",
                        "首次使用门槛",
                        "needed for the first use",
                        rule.firstUsePoints(),
                        "分",
                        "points"),
                new RuleLine(
                        "pointsPerYuan",
                        new Said("抵扣比例", "what points are worth"),
                        new Said(
                                "%,d 分 = 1 元".formatted(rule.pointsPerYuan()),
                                "%,d points = 1 yuan".formatted(rule.pointsPerYuan()))),
                new RuleLine(
                        "mostPermille",
                        new Said("每单最多抵扣", "of a price at most"),
                        Said.same("%s%%".formatted(rule.mostPermille() / 10.0))));
    }
}

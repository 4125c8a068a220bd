package dev.waystation.platform.members.wallet.usecase;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.settings.KeptRules;
import dev.waystation.platform.foundation.settings.RuleLine;
import dev.waystation.platform.foundation.settings.Settings;
import dev.waystation.platform.members.wallet.model.ClaimRule;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** When missing points can be claimed, as people set it. */
@Component
class ClaimTerms extends KeptRules<ClaimRule> {

    ClaimTerms(Settings settings, @Value("${waystation.wallet.claim-days:90}") int days) {
        super(
                settings,
                "claims",
                new Said("补登申请", "Claims for missing points"),
                ClaimRule.class,
                new ClaimRule(0, days));
    }

    @Override
    public List<RuleLine> lines(ClaimRule rule) {
        return List.of(
                RuleLine.number(
                        "fromDays",
                        "积分到账最迟",
                        "points are there within",
                        rule.fromDays(),
                        "天",
                        "days of arrival"),
                RuleLine.number(
                        "days",
                        "可补登期限",
                        "claims count for",
                        rule.days(),
                        "天",
                        "days after the trip"));
    }
}

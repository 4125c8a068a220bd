package dev.waystation.platform.members.wallet.usecase;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.settings.RuleLine;
import dev.waystation.platform.foundation.settings.RuleSet;
import dev.waystation.platform.foundation.settings.Settings;
import dev.waystation.platform.members.wallet.model.ClaimRule;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** When missing points can be claimed, as people set it. */
@Component
class ClaimTerms implements RuleSet<ClaimRule> {

    private final Settings settings;
    private final ClaimRule usual;

    ClaimTerms(Settings settings, @Value("${waystation.wallet.claim-days:90}") int days) {
        this.settings = settings;
        this.usual = new ClaimRule(0, days);
    }

    @Override
    public String code() {
        return "claims";
    }

    @Override
    public Said name() {
        return new Said("补登申请", "Claims for missing points");
    }

    @Override
    public Class<ClaimRule> shape() {
        return ClaimRule.class;
    }

    @Override
    public ClaimRule now() {
        return settings.read(code(), shape(), usual);
    }

    @Override
    public void put(ClaimRule wanted, String by) {
        settings.write(code(), wanted, by);
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

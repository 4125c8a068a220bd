package dev.waystation.platform.selling.booking.usecase;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.settings.KeptRules;
import dev.waystation.platform.foundation.settings.RuleLine;
import dev.waystation.platform.foundation.settings.Settings;
import dev.waystation.platform.selling.booking.model.ChangeRules;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** When and for how much tickets are changed, as people set it. */
@Component
class ChangeTerms extends KeptRules<ChangeRules> {

    ChangeTerms(Settings settings) {
        super(
                settings,
                "changes",
                new Said("改签", "Changes of tickets"),
                ChangeRules.class,
                ChangeRules.USUAL);
    }

    @Override
    public List<RuleLine> lines(ChangeRules rules) {
        List<RuleLine> lines = new ArrayList<>();
        lines.add(
                RuleLine.number(
                        "changes",
                        "每张车票可改签",
                        "changes of a ticket",
                        rules.changes(),
                        "次",
                        "changes"));
        lines.add(
                RuleLine.number(
                        "awardChanges",
                        "积分兑换车票可改签",
                        "changes of an award ticket",
                        rules.awardChanges(),
                        "次",
                        "changes"));
        lines.add(new RuleLine("classes", new Said("可改签的席别", "classes"), classes(rules)));
        lines.add(new RuleLine("until", new Said("改签截止", "until"), before(rules.untilMinutes())));
        lines.add(
                RuleLine.yesNo(
                        "destination", "可以变更到站", "another destination", rules.destination()));
        lines.add(
                new RuleLine(
                        "destinationUntil",
                        new Said("变更到站截止", "another destination until"),
                        before(rules.destinationUntilMinutes())));
        lines.add(
                RuleLine.yesNo(
                        "upgradeFree",
                        "同车次升级席位免手续费",
                        "a better class on the same train costs no fee",
                        rules.upgradeFree()));
        lines.add(
                RuleLine.yesNo(
                        "coupons", "差价可用优惠券", "coupons pay of the difference", rules.coupons()));
        lines.add(
                new RuleLine(
                        "cheaper",
                        new Said("新票较低时", "a cheaper ticket"),
                        cheaper(rules.cheaper())));
        for (ChangeRules.FeeTier tier : rules.fees()) {
            Said before = before(tier.minutesBefore());
            lines.add(
                    new RuleLine(
                            "fee" + tier.minutesBefore(),
                            new Said(
                                    before.zh() + "及更早改签的手续费",
                                    "fee " + before.en() + " or earlier"),
                            Said.same("%s %%".formatted(tier.permille() / 10.0))));
        }
        return lines;
    }

    private static Said classes(ChangeRules rules) {
        List<Said> names = rules.classes().stream().map(ChangeTerms::seatClass).toList();
        return names.isEmpty()
                ? new Said("都不能改签", "none")
                : new Said(
                        names.stream().map(Said::zh).collect(Collectors.joining("、")),
                        names.stream().map(Said::en).collect(Collectors.joining(", ")));
    }

    static Said seatClass(String code) {
        return switch (code) {
            case "business" -> new Said("商务座", "business");
            case "first" -> new Said("一等座", "first");
            case "second" -> new Said("二等座", "second");
            case "standing" -> new Said("无座", "standing");
            default -> Said.same(code);
        };
    }

    static Said cheaper(ChangeRules.Cheaper cheaper) {
        return switch (cheaper) {
            case RETURNED_WHOLE -> new Said("差价全部退还", "all of the difference goes back");
            case RETURNED_LESS_REFUND_FEE ->
                    new Said("差价按退票费标准扣除后退还", "the difference goes back less the fee of a refund");
            case KEPT -> new Said("差价不退", "the difference is kept");
        };
    }

    static Said before(int minutes) {
        if (minutes == 0) {
            return new Said("开车前", "departure");
        }
        return minutes % 60 == 0
                ? new Said(
                        "开车前 %d 小时".formatted(minutes / 60),
                        "%d h before departure".formatted(minutes / 60))
                : new Said(
                        "开车前 %d 分钟".formatted(minutes),
                        "%d min before departure".formatted(minutes));
    }
}

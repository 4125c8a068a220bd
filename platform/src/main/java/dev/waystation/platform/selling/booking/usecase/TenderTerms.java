package dev.waystation.platform.selling.booking.usecase;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.settings.KeptRules;
import dev.waystation.platform.foundation.settings.RuleLine;
import dev.waystation.platform.foundation.settings.Settings;
import dev.waystation.platform.selling.booking.model.TenderRules;
import java.util.List;
import org.springframework.stereotype.Component;

/** How mixed payments come back, as people set it. */
@Component
class TenderTerms extends KeptRules<TenderRules> {

    TenderTerms(Settings settings) {
        super(
                settings,
                "refunds",
                new Said("混合支付退款", "Refunds of mixed payments"),
                TenderRules.class,
                TenderRules.USUAL);
    }

    @Override
    public List<RuleLine> lines(TenderRules rules) {
        Said order =
                switch (rules.refundOrder()) {
                    case FIRST ->
                            new Said("先退积分，再退储值，最后退现金", "points first, then the card, cash last");
                    case LAST ->
                            new Said("先退现金，再退储值，最后退积分", "cash first, then the card, points last");
                    case RATIO -> new Said("按支付比例退回各来源", "to each in the ratio it paid");
                };
        return List.of(
                new RuleLine("order", new Said("退款去向", "refunds go"), order),
                RuleLine.yesNo(
                        "award",
                        "纯积分兑换的车票可退",
                        "tickets that points alone paid are taken back",
                        rules.awardRefundable()));
    }
}

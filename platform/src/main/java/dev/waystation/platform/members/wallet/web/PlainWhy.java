package dev.waystation.platform.members.wallet.web;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Reason;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.wallet.model.StatementLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Why a line of the statement is there, when no rule decided it: by what the journal itself says,
 * in the same words for the member and for staff.
 */
final class PlainWhy {

    private static final Map<String, Said> SOURCES =
            Map.ofEntries(
                    Map.entry("travel", new Said("乘车", "travel")),
                    Map.entry("import", new Said("导入", "an import")),
                    Map.entry("reward", new Said("兑换", "a reward")),
                    Map.entry("upgrade", new Said("升级", "an upgrade")),
                    Map.entry("transfer", new Said("转赠", "a transfer")),
                    Map.entry("transfer fee", new Said("转赠手续费", "the fee of a transfer")),
                    Map.entry("draw", new Said("抽奖", "a draw")),
                    Map.entry("challenge", new Said("挑战", "a challenge")),
                    Map.entry("auction", new Said("竞拍", "an auction")),
                    Map.entry("award seat", new Said("积分席位", "an award seat")),
                    Map.entry("order", new Said("付票款", "the payment of tickets")),
                    Map.entry("family", new Said("家庭积分", "the family pool")),
                    Map.entry("partner", new Said("合作伙伴", "a partner")),
                    Map.entry("referral", new Said("邀请", "an invitation")),
                    Map.entry("annual pass", new Said("年卡", "an annual pass")),
                    Map.entry("adjustment", new Said("人工调整", "a correction by staff")),
                    Map.entry("claim", new Said("补登", "a claim")),
                    Map.entry("journey", new Said("活动赠送", "a gift")),
                    Map.entry("expiry", new Said("到期", "their last day")),
                    Map.entry("last day moved", new Said("有效期调整", "a later last day")));

    private PlainWhy() {}

    static Explanation of(StatementLine line) {
        String points = "%+,d".formatted(line.change()).replace('-', '−');
        Said label = Kinds.label(line.kind());
        Said from = SOURCES.get(line.source().split("[/:]", 2)[0]);
        Said sentence =
                new Said(
                        "%s %s 分%s。"
                                .formatted(
                                        label.zh(), points, from == null ? "" : "，事由：" + from.zh()),
                        "%s: %s points%s."
                                .formatted(
                                        label.en(),
                                        points,
                                        from == null ? "" : ", for " + from.en()));
        return new Explanation(sentence, reasons(line));
    }

    private static List<Reason> reasons(StatementLine line) {
        List<Reason> reasons = new ArrayList<>();
        String order = line.order();
        if (order != null) {
            reasons.add(reason("ORDER", "订单 " + order, "Order " + order));
        }
        String rule = line.rule();
        if (rule != null) {
            reasons.add(reason("RULE", "按规则 " + rule, "By rule " + rule));
        }
        String actor = line.actor();
        if (actor != null && actor.startsWith("staff:")) {
            reasons.add(reason("STAFF", "由工作人员处理", "Done by staff"));
        }
        for (StatementLine.Part lot : line.lots()) {
            reasons.add(
                    reason(
                            "LOT",
                            "其中 %,d 分有效至 %s".formatted(Math.abs(lot.amount()), lot.lastDay()),
                            "%,d of them valid until %s"
                                    .formatted(Math.abs(lot.amount()), lot.lastDay())));
        }
        reasons.add(
                reason(
                        "BALANCE",
                        "之后可用 %,d 分".formatted(line.spendableAfter()),
                        "%,d points to use after it".formatted(line.spendableAfter())));
        return reasons;
    }

    private static Reason reason(String code, String zh, String en) {
        return new Reason(code, true, new Said(zh, en), Map.of());
    }
}

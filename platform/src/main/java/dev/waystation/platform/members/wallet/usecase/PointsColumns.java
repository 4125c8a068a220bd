package dev.waystation.platform.members.wallet.usecase;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.intake.IntakeColumn;
import dev.waystation.platform.foundation.intake.IntakeRow;
import dev.waystation.platform.members.membership.MemberCells;
import dev.waystation.platform.members.wallet.Points;
import java.util.ArrayList;
import java.util.List;

/** The columns of a file of balances. */
final class PointsColumns {

    static final String CURRENCY = "currency";
    static final String AMOUNT = "amount";
    static final String LAST_DAY = "lastDay";
    static final String REASON = "reason";

    private PointsColumns() {}

    static List<IntakeColumn> all() {
        List<IntakeColumn> columns = new ArrayList<>(MemberCells.columns());
        columns.add(
                new IntakeColumn(
                        CURRENCY,
                        new Said("积分类型", "Currency"),
                        List.of("币种", "积分种类", "类型"),
                        false,
                        new Said("不填按积分", "Points when empty"),
                        "points"));
        columns.add(
                new IntakeColumn(
                        AMOUNT,
                        new Said("积分", "Points"),
                        List.of("积分余额", "余额", "可用积分", "积分数", "balance", "amount"),
                        true,
                        new Said("该有效期应有的积分", "How many points there should be of that last day"),
                        "1200"));
        columns.add(
                new IntakeColumn(
                        LAST_DAY,
                        new Said("有效期至", "Usable until"),
                        List.of("到期日", "到期日期", "失效日期", "过期日期", "有效期", "expires on"),
                        false,
                        new Said("不填按规则", "By the currency's rule when empty"),
                        "2027-12-31"));
        columns.add(
                new IntakeColumn(
                        REASON,
                        new Said("说明", "Reason"),
                        List.of("备注", "原因", "note"),
                        false,
                        new Said("会员在明细里看到", "Shown to the member"),
                        "旧系统余额"));
        return columns;
    }

    static String currency(IntakeRow row) {
        return row.cell(CURRENCY)
                .map(each ->
                        switch (each) {
                            case "积分" -> Points.POINTS;
                            case "定级积分", "成长值" -> Points.QUALIFYING;
                            default -> each;
                        })
                .orElse(Points.POINTS);
    }
}

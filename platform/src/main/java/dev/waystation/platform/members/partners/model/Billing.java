package dev.waystation.platform.members.partners.model;

import dev.waystation.amounts.Rounding;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Reason;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.partners.model.Statement.Kind;
import dev.waystation.platform.members.wallet.Funding.Movement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Money of a month from points: a reserve when they are issued, the rest when they are used, the
 * reserve back when they are reversed, or expire and the contract says so. Each line is rounded
 * once.
 */
public final class Billing {

    private Billing() {}

    public static List<Statement.Line> lines(
            Contract contract,
            List<Movement> movements,
            long outPoints,
            long outUnits,
            long adjusted) {
        List<Statement.Line> lines = new ArrayList<>();
        for (Movement each : movements) {
            lines.add(funded(contract, Kind.valueOf(each.what().name()), each.points()));
        }
        if (outUnits > 0) {
            long minor = -Rounding.halfUp(outUnits, contract.outCostMinor(), 1_000);
            lines.add(
                    line(
                            Kind.CONVERTED_OUT,
                            outPoints,
                            minor,
                            "对方积分 %d × 每千分 %d 分钱，由我方支付"
                                    .formatted(outUnits, contract.outCostMinor()),
                            "%d of their units at %d fen a thousand, paid by us"
                                    .formatted(outUnits, contract.outCostMinor())));
        }
        if (adjusted != 0) {
            lines.add(
                    line(
                            Kind.ADJUSTED,
                            0,
                            adjusted,
                            "以前月份争议的调整",
                            "Adjustments of disputes of earlier months"));
        }
        return lines;
    }

    private static Statement.Line funded(Contract contract, Kind kind, long points) {
        int permille = permille(contract, kind);
        long minor =
                contract.billing() == Contract.Billing.PREPAID
                        ? 0
                        : Rounding.halfUp(points, contract.costMinor() * permille, 1_000_000);
        return contract.billing() == Contract.Billing.PREPAID
                ? line(kind, points, 0, "积分包已预付", "Paid in advance by packs")
                : line(
                        kind,
                        points,
                        minor,
                        "%d 分 × 每千分 %d 分钱 × %d‰（协议第 %d 版）"
                                .formatted(
                                        points, contract.costMinor(), permille, contract.version()),
                        "%d points at %d fen a thousand, %d‰ of it (contract version %d)"
                                .formatted(
                                        points,
                                        contract.costMinor(),
                                        permille,
                                        contract.version()));
    }

    /** Which part of the cost a happening makes due, in thousandths. */
    private static int permille(Contract contract, Kind kind) {
        int reserve = contract.reservePermille();
        return switch (kind) {
            case ISSUED -> reserve;
            case REDEEMED -> 1_000 - reserve;
            case RETURNED -> reserve - 1_000;
            case REVERSED -> -reserve;
            case EXPIRED -> contract.breakageTo() == Contract.BreakageTo.PARTNER ? -reserve : 0;
            case CONVERTED_OUT, ADJUSTED -> 0;
        };
    }

    private static Statement.Line line(Kind kind, long points, long minor, String zh, String en) {
        Said sentence = new Said(zh, en);
        return new Statement.Line(
                kind,
                points,
                minor,
                Explanation.of(
                        sentence,
                        new Reason(
                                kind.name(),
                                true,
                                sentence,
                                Map.of("points", points, "minor", minor))));
    }
}

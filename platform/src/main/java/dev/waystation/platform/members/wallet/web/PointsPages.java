package dev.waystation.platform.members.wallet.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Cursor;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.wallet.Balance;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.model.LotLine;
import dev.waystation.platform.members.wallet.model.StatementLine;
import dev.waystation.platform.members.wallet.usecase.ShowPoints;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Points as members and staff see them. */
@RestController
class PointsPages {

    /** A line of the statement; {@code why} is the id of the explanation. */
    record LineView(
            long entryNo,
            String kind,
            Said label,
            long amount,
            String source,
            @Nullable LocalDate expiresOn,
            long balanceAfter,
            Instant at,
            @Nullable String why) {}

    /** Everything about a member's points. */
    record PointsView(
            long spendable,
            long held,
            long debt,
            long credited,
            List<Balance.Expiring> expiring,
            List<LotLine> lots,
            Page<LineView> postings) {}

    private final ShowPoints show;

    PointsPages(ShowPoints show) {
        this.show = show;
    }

    @GetMapping("/v1/members/{id}/points")
    @Permission("points.read")
    PointsView ofMember(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return view(PublicId.decode("mbr", id), cursor, limit);
    }

    @GetMapping("/v1/me/points")
    @Permission(Permission.MEMBER)
    PointsView mine(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return switch (caller) {
            case Caller.Member(long id) -> view(id, cursor, limit);
            case Caller.Staff _, Caller.ApiClient _, Caller.Anonymous _ ->
                    throw new Malformed("caller", caller.key(), "sign in as a member");
        };
    }

    private PointsView view(long memberId, @Nullable String cursor, @Nullable Integer limit) {
        ShowPoints.View view =
                show.handle(memberId, Points.POINTS, Cursor.parse(cursor, 1), Cursor.limit(limit));
        Balance balance = view.balance();
        return new PointsView(
                balance.spendable(),
                balance.held(),
                balance.debt(),
                balance.credited(),
                balance.expiring(),
                view.lots(),
                view.statement().map(PointsPages::line));
    }

    private static LineView line(StatementLine line) {
        return new LineView(
                line.entryNo(),
                line.kind().toLowerCase(java.util.Locale.ROOT),
                label(line.kind()),
                line.change(),
                line.source(),
                line.lastDay(),
                line.spendableAfter(),
                line.at(),
                line.explanationId());
    }

    private static Said label(String kind) {
        return switch (kind) {
            case "CREDIT" -> new Said("积分入账", "Points credited");
            case "SPEND" -> new Said("积分使用", "Points spent");
            case "HOLD" -> new Said("积分冻结", "Points held");
            case "CAPTURE" -> new Said("冻结积分扣除", "Held points spent");
            case "RELEASE" -> new Said("冻结积分解冻", "Held points released");
            case "EXPIRY" -> new Said("积分到期", "Points expired");
            case "RETURN" -> new Said("积分退回", "Points given back");
            default -> new Said("积分收回", "Points taken back");
        };
    }
}

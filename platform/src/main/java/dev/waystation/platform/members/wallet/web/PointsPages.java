package dev.waystation.platform.members.wallet.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Cursor;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.wallet.Balance;
import dev.waystation.platform.members.wallet.Spending;
import dev.waystation.platform.members.wallet.model.LotLine;
import dev.waystation.platform.members.wallet.model.StatementFilter;
import dev.waystation.platform.members.wallet.model.StatementLine;
import dev.waystation.platform.members.wallet.usecase.ShowPoints;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Points as members and staff see them. */
@RestController
class PointsPages {

    /**
     * A line of the statement.
     *
     * @param why the id of the reasons kept with the decision, if a rule decided
     * @param plain the reasons that the journal itself gives, when none were kept
     */
    record LineView(
            long entryNo,
            String kind,
            Said label,
            long amount,
            String source,
            @Nullable LocalDate expiresOn,
            @Nullable String order,
            @Nullable String rule,
            @Nullable String actor,
            List<StatementLine.Part> lots,
            long balanceAfter,
            Instant at,
            @Nullable String why,
            @Nullable Explanation plain) {}

    /**
     * Everything about a member's points; what they are worth is in minor units, by the rule in
     * force.
     */
    record PointsView(
            String currency,
            long spendable,
            long worth,
            long held,
            long pending,
            long debt,
            long expired,
            long credited,
            List<Balance.Expiring> expiring,
            List<LotLine> lots,
            Page<LineView> postings) {}

    /** What the member owned at an instant. */
    record PastBalance(String currency, Instant at, long spendable) {}

    /**
     * Which account and which lines.
     *
     * @param kind one or more, with commas
     * @param from first day
     * @param to last day
     */
    record Asked(
            @Nullable String currency,
            @Nullable String kind,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String order,
            @Nullable String cursor,
            @Nullable Integer limit) {

        String account() {
            return currency == null ? "points" : currency;
        }
    }

    private final ShowPoints show;
    private final Spending spending;
    private final Clock clock;

    PointsPages(ShowPoints show, Spending spending, Clock clock) {
        this.show = show;
        this.spending = spending;
        this.clock = clock;
    }

    @GetMapping("/v1/members/{id}/points")
    @Permission("points.read")
    PointsView ofMember(@PathVariable String id, @ParameterObject Asked asked) {
        return view(PublicId.decode("mbr", id), asked);
    }

    @GetMapping("/v1/me/points")
    @Permission(Permission.MEMBER)
    PointsView mine(Caller caller, @ParameterObject Asked asked) {
        return view(member(caller), asked);
    }

    @GetMapping("/v1/members/{id}/points/as-of")
    @Permission("points.read")
    PastBalance asOf(
            @PathVariable String id,
            @RequestParam Instant at,
            @RequestParam(defaultValue = "points") String currency) {
        return new PastBalance(currency, at, show.asOf(PublicId.decode("mbr", id), currency, at));
    }

    static long member(Caller caller) {
        return switch (caller) {
            case Caller.Member(long id) -> id;
            case Caller.Staff _, Caller.ApiClient _, Caller.Anonymous _ ->
                    throw new Malformed("caller", caller.key(), "sign in as a member");
        };
    }

    private PointsView view(long memberId, Asked asked) {
        ShowPoints.View view =
                show.handle(
                        memberId,
                        asked.account(),
                        new StatementFilter(
                                Kinds.asked(asked.kind() == null ? "" : asked.kind()),
                                start(asked.from()),
                                asked.to() == null ? null : start(asked.to().plusDays(1)),
                                asked.order()),
                        Cursor.parse(asked.cursor(), 1),
                        Cursor.limit(asked.limit()));
        Balance balance = view.balance();
        return new PointsView(
                balance.currency(),
                balance.spendable(),
                worth(balance),
                balance.held(),
                balance.pending(),
                balance.debt(),
                balance.expired(),
                balance.credited(),
                balance.expiring(),
                view.lots(),
                view.statement().map(PointsPages::line));
    }

    /** Only points pay; other currencies count steps towards something. */
    private long worth(Balance balance) {
        return balance.currency().equals("points")
                ? spending.rule().worth(Math.max(0, balance.spendable()))
                : 0;
    }

    private @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(clock.getZone()).toInstant();
    }

    private static LineView line(StatementLine line) {
        return new LineView(
                line.entryNo(),
                line.kind().toLowerCase(Locale.ROOT),
                Kinds.label(line.kind()),
                line.change(),
                line.source(),
                line.lastDay(),
                line.order(),
                line.rule(),
                line.actor(),
                line.lots(),
                line.spendableAfter(),
                line.at(),
                line.explanationId(),
                line.explanationId() == null ? PlainWhy.of(line) : null);
    }
}

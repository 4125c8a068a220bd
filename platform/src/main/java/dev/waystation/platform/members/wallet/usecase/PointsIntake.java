package dev.waystation.platform.members.wallet.usecase;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.intake.Cells;
import dev.waystation.platform.foundation.intake.Intake;
import dev.waystation.platform.foundation.intake.IntakeColumn;
import dev.waystation.platform.foundation.intake.IntakeRow;
import dev.waystation.platform.foundation.intake.Verdict;
import dev.waystation.platform.members.membership.MemberCells;
import dev.waystation.platform.members.membership.MemberLookup;
import dev.waystation.platform.members.wallet.Note;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCommand;
import dev.waystation.platform.members.wallet.PostOutcome;
import dev.waystation.platform.members.wallet.store.Currencies;
import dev.waystation.platform.members.wallet.store.IntakeLots;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Balances from files. A row says how many points of one last day a member owns, so the same row
 * twice changes nothing; what is missing is credited, and a row that would take points away is
 * refused, because that needs a reason and a second person.
 */
@Service
class PointsIntake implements Intake {

    private static final long MOST = 100_000_000;

    private final MemberLookup members;
    private final Points points;
    private final Currencies currencies;
    private final IntakeLots lots;
    private final Clock clock;

    PointsIntake(
            MemberLookup members,
            Points points,
            Currencies currencies,
            IntakeLots lots,
            Clock clock) {
        this.members = members;
        this.points = points;
        this.currencies = currencies;
        this.lots = lots;
        this.clock = clock;
    }

    /** What a row would do: a credit, or a verdict that needs none. */
    private record Plan(
            IntakeRow row, Verdict verdict, IntakeLots.@Nullable Owned what, long missing) {}

    @Override
    public String subject() {
        return "points";
    }

    @Override
    public Said title() {
        return new Said("积分余额", "Points balances");
    }

    @Override
    public boolean bringsValue() {
        return true;
    }

    @Override
    public List<IntakeColumn> columns() {
        return PointsColumns.all();
    }

    @Override
    public List<String> keys(IntakeRow row) {
        String member = MemberCells.name(row);
        return member.isEmpty()
                ? List.of()
                : List.of(
                        member
                                + " "
                                + PointsColumns.currency(row)
                                + " "
                                + row.cell(PointsColumns.LAST_DAY).orElse(""));
    }

    @Override
    public List<Verdict> judge(List<IntakeRow> rows) {
        return plan(rows, Map.of()).stream().map(Plan::verdict).toList();
    }

    @Override
    public List<Verdict> apply(List<IntakeRow> rows, Run run) {
        // What this import posted before it was cut off counts as posted by it, not as found.
        List<Optional<Long>> who = members.find(rows.stream().map(MemberCells::key).toList());
        Map<java.util.UUID, Long> posted =
                lots.posted(
                        who.stream().map(each -> each.orElse(0L)).toList(),
                        rows.stream().map(IntakeRow::reference).toList());
        List<Plan> plans = plan(rows, posted);
        List<Plan> open =
                plans.stream()
                        .filter(plan -> plan.missing() > 0)
                        .filter(plan -> !posted.containsKey(plan.row().reference()))
                        .toList();
        List<PostOutcome> outcomes =
                points.postAll(open.stream().map(plan -> credit(plan, run)).toList());
        Map<java.util.UUID, Verdict> refused = new java.util.HashMap<>();
        for (int i = 0; i < open.size(); i++) {
            if (outcomes.get(i) instanceof PostOutcome.Refused no) {
                refused.put(open.get(i).row().reference(), refused(no));
            }
        }
        return plans.stream()
                .map(plan -> refused.getOrDefault(plan.row().reference(), plan.verdict()))
                .toList();
    }

    @Override
    public List<Verdict> undo(List<Effect> effects, Run run) {
        List<PointsCommand> backs = new ArrayList<>();
        for (Effect effect : effects) {
            String[] target = effect.target().split(" ", -1);
            backs.add(
                    new PointsCommand.TakeBack(
                            ExpirePoints.derived("undo", effect.reference()),
                            Long.parseLong(target[0]),
                            target[1],
                            effect.reference(),
                            Long.parseLong(target[2]),
                            "import undone"));
        }
        List<PostOutcome> outcomes = points.postAll(backs);
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < effects.size(); i++) {
            long wanted = backs.get(i).amount();
            verdicts.add(
                    switch (outcomes.get(i)) {
                        case PostOutcome.Posted posted when posted.amount() == wanted ->
                                new Verdict.Unchanged();
                        case PostOutcome.Posted posted ->
                                Verdict.rejected(
                                        "",
                                        new Said(
                                                "已撤回 %d 分，其余 %d 分会员已使用"
                                                        .formatted(
                                                                posted.amount(),
                                                                wanted - posted.amount()),
                                                "%d points taken back; the member has used the other %d"
                                                        .formatted(
                                                                posted.amount(),
                                                                wanted - posted.amount())));
                        case PostOutcome.Refused refused -> refused(refused);
                    });
        }
        return verdicts;
    }

    @Override
    public Export export(String after, int limit) {
        long from = after.isEmpty() ? Long.MIN_VALUE : Long.parseLong(after);
        List<List<String>> rows = new ArrayList<>();
        lots.after(from, limit, LocalDate.now(clock))
                .forEach((what, amount) ->
                        rows.add(
                                List.of(
                                        MemberCells.number(what.memberId()),
                                        "",
                                        "",
                                        what.currency(),
                                        Long.toString(amount),
                                        what.lastDay().toString(),
                                        "")));
        long last = lots.last(from, limit);
        return new Export(rows, last == 0 ? "" : Long.toString(last));
    }

    private List<Plan> plan(List<IntakeRow> rows, Map<java.util.UUID, Long> posted) {
        List<Optional<Long>> who = members.find(rows.stream().map(MemberCells::key).toList());
        Set<Long> debtors = lots.inDebt(who.stream().flatMap(Optional::stream).toList());
        List<Plan> read = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            read.add(read(rows.get(i), who.get(i), debtors));
        }
        Map<IntakeLots.Owned, Long> owned =
                lots.owned(
                        read.stream().map(Plan::what).filter(java.util.Objects::nonNull).toList());
        return read.stream().map(plan -> against(plan, owned, posted)).toList();
    }

    /** The row as it reads; {@code missing} is the whole amount yet. */
    private Plan read(IntakeRow row, Optional<Long> member, Set<Long> debtors) {
        Cells cells = new Cells(row);
        Optional<Long> amount = cells.whole(PointsColumns.AMOUNT, MOST);
        if (!row.has(PointsColumns.AMOUNT)) {
            cells.needed(PointsColumns.AMOUNT, new Said("积分", "Points"));
        }
        Optional<LocalDate> day = cells.date(PointsColumns.LAST_DAY);
        String currency = PointsColumns.currency(row);
        LocalDate today = LocalDate.now(clock);
        if (!currencies.codes().contains(currency) || currency.startsWith("stored")) {
            cells.fault(
                    PointsColumns.CURRENCY,
                    "没有“" + currency + "”这种积分，可用：points（积分）、qualifying（定级积分）等",
                    "There is no currency “" + currency + "”; use points or qualifying");
            return new Plan(row, new Verdict.Rejected(cells.faults()), null, 0);
        }
        if (day.filter(each -> each.isBefore(today)).isPresent()) {
            cells.fault(
                    PointsColumns.LAST_DAY,
                    "有效期已过，过期积分不能导入",
                    "This day is over; lapsed points are not taken in");
        }
        if (member.isEmpty()) {
            cells.faults().add(MemberCells.nobody(row));
        } else if (debtors.contains(member.get())) {
            cells.fault(
                    MemberCells.NUMBER,
                    "会员有欠分，导入会先抵扣欠分；请先处理欠分",
                    "The member owes points, which an import would repay first; settle them before");
        }
        if (!cells.faults().isEmpty()) {
            return new Plan(row, new Verdict.Rejected(cells.faults()), null, 0);
        }
        LocalDate lastDay = day.orElseGet(() -> points.lastDay(currency, today));
        return new Plan(
                row,
                new Verdict.Unchanged(),
                new IntakeLots.Owned(member.orElseThrow(), currency, lastDay),
                amount.orElse(0L));
    }

    private static Plan against(
            Plan plan, Map<IntakeLots.Owned, Long> owned, Map<java.util.UUID, Long> posted) {
        IntakeLots.Owned what = plan.what();
        if (what == null) {
            return plan;
        }
        long now = owned.getOrDefault(what, 0L);
        Long before = posted.get(plan.row().reference());
        long missing = before == null ? plan.missing() - now : before;
        if (missing < 0) {
            return new Plan(
                    plan.row(),
                    Verdict.rejected(
                            PointsColumns.AMOUNT,
                            new Said(
                                    "现有 %d 分，导入不会减少积分；要扣减请走调账（需第二人审批）".formatted(now),
                                    "There are %d; an import takes no points away, ask for an adjustment"
                                            .formatted(now))),
                    null,
                    0);
        }
        String target = what.memberId() + " " + what.currency() + " " + missing;
        boolean fresh = now == 0 || (before != null && now == before);
        Verdict verdict =
                missing == 0
                        ? new Verdict.Unchanged()
                        : fresh ? new Verdict.New(target) : new Verdict.Updated(target, "");
        return new Plan(plan.row(), verdict, what, missing);
    }

    private static PointsCommand credit(Plan plan, Run run) {
        IntakeLots.Owned what = java.util.Objects.requireNonNull(plan.what());
        String reason = plan.row().cell(PointsColumns.REASON).orElse("");
        return new PointsCommand.Credit(
                plan.row().reference(),
                what.memberId(),
                what.currency(),
                plan.missing(),
                what.lastDay(),
                Explanation.of(
                        new Said(
                                reason.isEmpty() ? "导入的余额" : "导入的余额：" + reason,
                                reason.isEmpty()
                                        ? "A balance taken in from a file"
                                        : "A balance taken in from a file: " + reason)),
                "import",
                Note.by(run.actor(), "import " + run.importId() + " line " + plan.row().line()));
    }

    private static Verdict refused(PostOutcome.Refused refused) {
        return Verdict.rejected(
                "",
                new Said(
                        "账本没有接受这一行（" + refused.code() + "，最多 " + refused.possible() + "）",
                        "The books did not take this row (%s, at most %d)"
                                .formatted(refused.code(), refused.possible())));
    }
}

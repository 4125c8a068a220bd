package dev.waystation.platform.members.membership.usecase;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.intake.Intake;
import dev.waystation.platform.foundation.intake.IntakeColumn;
import dev.waystation.platform.foundation.intake.IntakeRow;
import dev.waystation.platform.foundation.intake.Verdict;
import dev.waystation.platform.members.membership.MemberCells;
import dev.waystation.platform.members.membership.model.Enrolled;
import dev.waystation.platform.members.membership.model.ImportedPerson;
import dev.waystation.platform.members.membership.store.IntakeMembers;
import dev.waystation.platform.members.membership.store.MemberStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Members from files. A row finds its member by number, document or phone; what it leaves blank
 * stays as it is; what it says and cannot mean is refused cell by cell.
 */
@Service
class MemberIntake implements Intake {

    private final MemberSheet sheet;
    private final MemberMatches matches;
    private final WriteImported write;
    private final MemberStore members;
    private final IntakeMembers bulk;
    private final Clock clock;

    MemberIntake(
            MemberSheet sheet,
            MemberMatches matches,
            WriteImported write,
            MemberStore members,
            IntakeMembers bulk,
            Clock clock) {
        this.sheet = sheet;
        this.matches = matches;
        this.write = write;
        this.members = members;
        this.bulk = bulk;
        this.clock = clock;
    }

    @Override
    public String subject() {
        return "members";
    }

    @Override
    public Said title() {
        return new Said("会员资料", "Members");
    }

    @Override
    public List<IntakeColumn> columns() {
        return MemberSheet.columns();
    }

    @Override
    public boolean bringsValue() {
        return false;
    }

    @Override
    public List<String> keys(IntakeRow row) {
        ImportedPerson person = sheet.read(row, LocalDate.now(clock));
        List<String> keys = new ArrayList<>();
        person.number().ifPresent(each -> keys.add("member " + each));
        person.phone().ifPresent(each -> keys.add("phone " + each));
        person.document().ifPresent(each -> keys.add(each.type() + " " + each.number()));
        return keys;
    }

    @Override
    @Transactional
    public List<Verdict> judge(List<IntakeRow> rows) {
        return plan(rows).stream().map(MemberMatches.Plan::verdict).toList();
    }

    @Override
    @Transactional
    public List<Verdict> apply(List<IntakeRow> rows, Run run) {
        return write.handle(plan(rows), run.actor());
    }

    @Override
    @Transactional
    public List<Verdict> undo(List<Effect> effects, Run run) {
        return write.undo(effects, run.actor());
    }

    @Override
    @Transactional(readOnly = true)
    public Export export(String after, int limit) {
        long from = after.isEmpty() ? 0 : Long.parseLong(after);
        List<Enrolled> page = members.after(from, limit);
        Map<Long, Boolean> said = bulk.smsMarketing(page.stream().map(Enrolled::id).toList());
        List<List<String>> rows =
                page.stream()
                        .map(each ->
                                MemberSheet.write(
                                        each,
                                        LocalDate.ofInstant(each.joinedAt(), clock.getZone()),
                                        Optional.ofNullable(said.get(each.id()))))
                        .toList();
        return new Export(rows, page.size() < limit ? "" : Long.toString(page.getLast().id()));
    }

    private List<MemberMatches.Plan> plan(List<IntakeRow> rows) {
        LocalDate today = LocalDate.now(clock);
        return matches.plan(rows.stream().map(row -> sheet.read(row, today)).toList());
    }

    static Verdict.Fault taken(String column, long owner) {
        String member = MemberCells.number(owner);
        return new Verdict.Fault(
                column,
                new Said(
                        "已经属于会员 " + member + "，一个号码只能属于一位会员",
                        "Belongs to member " + member + " already; each belongs to one member"));
    }
}

package dev.waystation.platform.members.membership.usecase;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.foundation.intake.Intake;
import dev.waystation.platform.foundation.intake.Verdict;
import dev.waystation.platform.members.membership.MemberTie;
import dev.waystation.platform.members.membership.facts.MemberCorrected;
import dev.waystation.platform.members.membership.facts.MemberLeft;
import dev.waystation.platform.members.membership.model.Enrolled;
import dev.waystation.platform.members.membership.model.Person;
import dev.waystation.platform.members.membership.store.IntakeMembers;
import dev.waystation.platform.members.membership.store.MemberStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes imported members back. A member something was built on since stays; a member changed since
 * keeps the change.
 */
@Service
class UndoImported {

    /** What can change by an import. */
    record Fields(String name, String phone, String gender, String city) {

        static Fields of(Enrolled member) {
            return new Fields(
                    member.person().name(), member.phone(), member.gender(), member.cityCode());
        }

        Enrolled over(Enrolled member) {
            return new Enrolled(
                    member.id(),
                    new Person(name, member.person().document(), member.person().birthDate()),
                    phone,
                    gender,
                    city,
                    member.channel(),
                    member.joinedAt());
        }
    }

    record Note(Fields before, Fields after) {}

    private final IntakeMembers bulk;
    private final MemberStore members;
    private final List<MemberTie> ties;
    private final FactLog facts;
    private final JsonMapper json;
    private final Clock clock;

    UndoImported(
            IntakeMembers bulk,
            MemberStore members,
            List<MemberTie> ties,
            FactLog facts,
            JsonMapper json,
            Clock clock) {
        this.bulk = bulk;
        this.members = members;
        this.ties = ties;
        this.facts = facts;
        this.json = json;
        this.clock = clock;
    }

    /** What an undo of a change needs. */
    String note(MemberMatches.Plan.Change change) {
        return json.writeValueAsString(
                new Note(Fields.of(change.before()), Fields.of(change.after())));
    }

    List<Fact> corrected(List<Enrolled> after, String actor) {
        return after.stream()
                .<Fact>map(each ->
                        new MemberCorrected(
                                each.id(),
                                each.person().birthDate().getYear(),
                                each.gender(),
                                each.cityCode(),
                                each.joinedAt(),
                                actor,
                                clock.instant()))
                .toList();
    }

    List<Verdict> handle(List<Intake.Effect> effects, String actor) {
        List<Long> ids = effects.stream().map(UndoImported::target).toList();
        Map<Long, Enrolled> now = members.findAll(ids);
        Map<Long, Said> held = held(effects);
        List<Enrolled> gone = new ArrayList<>();
        List<Enrolled> before = new ArrayList<>();
        List<Enrolled> after = new ArrayList<>();
        List<Verdict> verdicts = new ArrayList<>();
        for (Intake.Effect effect : effects) {
            Enrolled member = now.get(target(effect));
            Said tie = held.get(target(effect));
            if (member == null) {
                verdicts.add(new Verdict.Unchanged());
            } else if (effect.made() && tie != null) {
                verdicts.add(kept(tie));
            } else if (effect.made()) {
                gone.add(member);
                verdicts.add(new Verdict.Unchanged());
            } else {
                Note note = json.readValue(effect.before(), Note.class);
                boolean untouched = note.after().equals(Fields.of(member));
                if (untouched && !note.before().equals(note.after())) {
                    before.add(member);
                    after.add(note.before().over(member));
                }
                verdicts.add(untouched ? new Verdict.Unchanged() : changedSince());
            }
        }
        remove(gone, actor);
        if (!after.isEmpty()) {
            bulk.change(before, after);
            facts.append(corrected(after, actor));
        }
        return verdicts;
    }

    private void remove(List<Enrolled> gone, String actor) {
        if (!gone.isEmpty()) {
            bulk.remove(gone.stream().map(Enrolled::id).toList());
            facts.append(
                    gone.stream()
                            .<Fact>map(each ->
                                    new MemberLeft(
                                            each.id(), "import undone", actor, clock.instant()))
                            .toList());
        }
    }

    private Map<Long, Said> held(List<Intake.Effect> effects) {
        List<Long> made =
                effects.stream()
                        .filter(Intake.Effect::made)
                        .map(UndoImported::target)
                        .filter(Objects::nonNull)
                        .toList();
        Map<Long, Said> held = new HashMap<>();
        for (MemberTie tie : ties) {
            tie.held(made).forEach(member -> held.putIfAbsent(member, tie.what()));
        }
        return held;
    }

    private static Long target(Intake.Effect effect) {
        return Long.valueOf(effect.target());
    }

    private static Verdict kept(Said tie) {
        return Verdict.rejected(
                "", new Said("未撤销：该会员已有" + tie.zh(), "Not undone: the member has " + tie.en()));
    }

    private static Verdict changedSince() {
        return Verdict.rejected(
                "",
                new Said("未撤销：导入之后资料又被修改过", "Not undone: the member was changed after the import"));
    }
}

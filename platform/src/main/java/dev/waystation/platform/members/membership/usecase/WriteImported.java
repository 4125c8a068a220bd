package dev.waystation.platform.members.membership.usecase;

import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.foundation.intake.Intake;
import dev.waystation.platform.foundation.intake.Verdict;
import dev.waystation.platform.members.membership.facts.ConsentChanged;
import dev.waystation.platform.members.membership.facts.MemberRegistered;
import dev.waystation.platform.members.membership.model.Enrolled;
import dev.waystation.platform.members.membership.model.ImportedPerson;
import dev.waystation.platform.members.membership.model.Person;
import dev.waystation.platform.members.membership.store.BulkMembers;
import dev.waystation.platform.members.membership.store.ConsentStore;
import dev.waystation.platform.members.membership.store.IntakeMembers;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Makes and changes imported members a chunk at a time. */
@Service
class WriteImported {

    private static final String CHANNEL = "import";

    private final BulkMembers making;
    private final IntakeMembers bulk;
    private final ConsentStore consents;
    private final UndoImported undoing;
    private final FactLog facts;
    private final Clock clock;

    WriteImported(
            BulkMembers making,
            IntakeMembers bulk,
            ConsentStore consents,
            UndoImported undoing,
            FactLog facts,
            Clock clock) {
        this.making = making;
        this.bulk = bulk;
        this.consents = consents;
        this.undoing = undoing;
        this.facts = facts;
        this.clock = clock;
    }

    List<Verdict> handle(List<MemberMatches.Plan> plans, String actor) {
        Map<ImportedPerson, Long> made = make(plans);
        change(plans, actor);
        return plans.stream()
                .map(plan ->
                        switch (plan) {
                            case MemberMatches.Plan.Make(ImportedPerson person) ->
                                    new Verdict.New(String.valueOf(made.get(person)));
                            case MemberMatches.Plan.Change changed ->
                                    new Verdict.Updated(
                                            Long.toString(changed.before().id()),
                                            undoing.note(changed));
                            case MemberMatches.Plan.Leave left -> left.verdict();
                        })
                .toList();
    }

    List<Verdict> undo(List<Intake.Effect> effects, String actor) {
        return undoing.handle(effects, actor);
    }

    private Map<ImportedPerson, Long> make(List<MemberMatches.Plan> plans) {
        List<ImportedPerson> people =
                plans.stream()
                        .filter(MemberMatches.Plan.Make.class::isInstance)
                        .map(MemberMatches.Plan::person)
                        .toList();
        if (people.isEmpty()) {
            return Map.of();
        }
        List<Long> numbers = making.numbers(people.size());
        Instant now = clock.instant();
        List<Enrolled> members = new ArrayList<>(people.size());
        Map<ImportedPerson, Long> made = new HashMap<>();
        List<Long> agreed = new ArrayList<>();
        List<Fact> told = new ArrayList<>(people.size());
        for (int i = 0; i < people.size(); i++) {
            ImportedPerson person = people.get(i);
            Enrolled member = enrolled(numbers.get(i), person, now);
            members.add(member);
            made.put(person, member.id());
            if (person.marketing().orElse(false)) {
                agreed.add(member.id());
            }
            told.add(
                    new MemberRegistered(
                            member.id(),
                            member.person().birthDate().getYear(),
                            member.gender(),
                            member.cityCode(),
                            CHANNEL,
                            null,
                            member.joinedAt()));
        }
        making.insert(members);
        making.consent(numbers, "sms", "service", CHANNEL);
        making.consent(numbers, "inbox", "service", CHANNEL);
        making.consent(agreed, "sms", "marketing", CHANNEL);
        agreed.forEach(
                each -> told.add(new ConsentChanged(each, "sms", "marketing", true, CHANNEL, now)));
        facts.append(told);
        return made;
    }

    private Enrolled enrolled(long id, ImportedPerson given, Instant now) {
        Person person =
                new Person(
                        given.name().orElseThrow(),
                        given.document().orElseThrow(),
                        given.birthDate().orElseThrow());
        return new Enrolled(
                id,
                person,
                given.phone().orElseThrow(),
                person.document().gender().or(given::gender).orElse("unknown"),
                given.city().orElseThrow(),
                CHANNEL,
                given.joinedOn()
                        .map(day -> day.atStartOfDay(clock.getZone()).toInstant())
                        .filter(now::isAfter)
                        .orElse(now));
    }

    private void change(List<MemberMatches.Plan> plans, String actor) {
        List<Enrolled> before = new ArrayList<>();
        List<Enrolled> after = new ArrayList<>();
        for (MemberMatches.Plan plan : plans) {
            if (plan instanceof MemberMatches.Plan.Change changed) {
                changed.marketing().ifPresent(yes -> say(changed.before().id(), yes));
                if (!changed.after().equals(changed.before())) {
                    before.add(changed.before());
                    after.add(changed.after());
                }
            }
        }
        correct(before, after, actor);
    }

    private void correct(List<Enrolled> before, List<Enrolled> after, String actor) {
        if (!after.isEmpty()) {
            bulk.change(before, after);
            facts.append(undoing.corrected(after, actor));
        }
    }

    private void say(long member, boolean yes) {
        Instant now = clock.instant();
        consents.append(member, "sms", "marketing", yes, CHANNEL, now);
        facts.append(new ConsentChanged(member, "sms", "marketing", yes, CHANNEL, now));
    }
}

package dev.waystation.platform.members.membership.usecase;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.intake.Verdict;
import dev.waystation.platform.members.membership.MemberCells;
import dev.waystation.platform.members.membership.model.Document;
import dev.waystation.platform.members.membership.model.Enrolled;
import dev.waystation.platform.members.membership.model.ImportedPerson;
import dev.waystation.platform.members.membership.store.IntakeMembers;
import dev.waystation.platform.members.membership.store.MemberStore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds out for each imported person whether it is a member already, and what would change. */
@Component
class MemberMatches {

    /** What a row would do. */
    sealed interface Plan {

        ImportedPerson person();

        Verdict verdict();

        record Make(ImportedPerson person) implements Plan {
            @Override
            public Verdict verdict() {
                return new Verdict.New("");
            }
        }

        /**
         * @param marketing what the member says anew; empty when that stays
         */
        record Change(
                ImportedPerson person, Enrolled before, Enrolled after, Optional<Boolean> marketing)
                implements Plan {
            @Override
            public Verdict verdict() {
                return new Verdict.Updated(Long.toString(before.id()), "");
            }
        }

        record Leave(ImportedPerson person, Verdict verdict) implements Plan {}
    }

    private record Known(
            Map<String, Long> phones,
            Map<Document, Long> documents,
            Map<Long, Enrolled> members,
            Map<Long, Boolean> marketing) {}

    private final IntakeMembers bulk;
    private final MemberStore members;

    MemberMatches(IntakeMembers bulk, MemberStore members) {
        this.bulk = bulk;
        this.members = members;
    }

    List<Plan> plan(List<ImportedPerson> people) {
        Known known = look(people);
        return people.stream().map(each -> one(each, known)).toList();
    }

    private Known look(List<ImportedPerson> people) {
        Map<String, Long> phones =
                bulk.phoneOwners(
                        people.stream()
                                .flatMap(each -> each.phone().stream())
                                .collect(Collectors.toSet()));
        Map<Document, Long> documents =
                bulk.documentOwners(
                        people.stream()
                                .flatMap(each -> each.document().stream())
                                .collect(Collectors.toSet()));
        Set<Long> ids = new HashSet<>(phones.values());
        ids.addAll(documents.values());
        people.forEach(each -> each.number().ifPresent(ids::add));
        Map<Long, Enrolled> found = ids.isEmpty() ? Map.of() : members.findAll(ids);
        return new Known(
                phones, documents, found, ids.isEmpty() ? Map.of() : bulk.smsMarketing(ids));
    }

    private static Plan one(ImportedPerson person, Known known) {
        Optional<Long> byPhone = person.phone().map(known.phones()::get);
        Optional<Long> byDocument = person.document().map(known.documents()::get);
        Optional<Long> target = person.number().or(() -> byDocument).or(() -> byPhone);
        List<Verdict.Fault> faults = new ArrayList<>(person.faults());
        if (target.isEmpty()) {
            if (faults.isEmpty()) {
                faults.addAll(MemberSheet.missing(person));
            }
            return faults.isEmpty() ? new Plan.Make(person) : refused(person, faults);
        }
        Enrolled before = known.members().get(target.get());
        if (before == null) {
            faults.add(MemberCells.nobody(person.row()));
            return refused(person, faults);
        }
        byPhone.filter(owner -> owner != before.id())
                .ifPresent(owner -> faults.add(MemberIntake.taken(MemberCells.PHONE, owner)));
        if (byDocument.filter(owner -> owner != before.id()).isPresent()) {
            faults.add(MemberIntake.taken(MemberCells.DOCUMENT, byDocument.get()));
        } else if (person.document()
                .filter(given -> !given.equals(before.person().document()))
                .isPresent()) {
            faults.add(otherDocument());
        } else if (person.birthDate()
                .filter(given -> !given.equals(before.person().birthDate()))
                .isPresent()) {
            faults.add(otherBirthday());
        }
        return faults.isEmpty() ? change(person, before, known) : refused(person, faults);
    }

    private static Plan change(ImportedPerson person, Enrolled before, Known known) {
        Enrolled after = person.over(before);
        Boolean said = known.marketing().get(before.id());
        Optional<Boolean> marketing =
                person.marketing().filter(wanted -> said == null ? wanted : !said.equals(wanted));
        return after.equals(before) && marketing.isEmpty()
                ? new Plan.Leave(person, new Verdict.Unchanged())
                : new Plan.Change(person, before, after, marketing);
    }

    private static Plan refused(ImportedPerson person, List<Verdict.Fault> faults) {
        return new Plan.Leave(person, new Verdict.Rejected(faults));
    }

    private static Verdict.Fault otherDocument() {
        return new Verdict.Fault(
                MemberCells.DOCUMENT,
                new Said(
                        "与该会员登记的证件不同，证件不能通过导入更换，请走合并或人工核验",
                        "Differs from the member's document, which an import cannot replace"));
    }

    private static Verdict.Fault otherBirthday() {
        return new Verdict.Fault(
                MemberSheet.BORN,
                new Said("与该会员登记的出生日期不同，请核对", "Differs from the member's date of birth; check it"));
    }
}

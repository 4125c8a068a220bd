package dev.waystation.platform.members.membership.model;

import dev.waystation.platform.foundation.intake.IntakeRow;
import dev.waystation.platform.foundation.intake.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a row of a file says about a person, as far as it can be read.
 *
 * @param marketing whether the person agreed to marketing by text message
 */
public record ImportedPerson(
        IntakeRow row,
        Optional<Long> number,
        Optional<String> name,
        Optional<String> phone,
        Optional<Document> document,
        Optional<LocalDate> birthDate,
        Optional<String> gender,
        Optional<String> city,
        Optional<LocalDate> joinedOn,
        Optional<Boolean> marketing,
        List<Verdict.Fault> faults) {

    /** A member with what the row says, everything else as before. */
    public Enrolled over(Enrolled before) {
        Person person = before.person();
        return new Enrolled(
                before.id(),
                new Person(name.orElse(person.name()), person.document(), person.birthDate()),
                phone.orElse(before.phone()),
                gender.filter(_ -> person.document().gender().isEmpty()).orElse(before.gender()),
                city.orElse(before.cityCode()),
                before.channel(),
                before.joinedAt());
    }

    @Override
    public String toString() {
        return "ImportedPerson[" + row + "]";
    }
}

package dev.waystation.platform.members.membership.model;

import java.time.LocalDate;

/** Checks that a typed document and a date of birth belong together. */
public final class Identities {

    /** A person, or why it cannot be one. */
    public sealed interface Check {
        record Sound(Person person) implements Check {}

        record Unsound(RegistrationRefusal why) implements Check {}
    }

    private Identities() {}

    public static Check check(IdentityClaim claim, LocalDate today) {
        LocalDate birthDate = claim.birthDate();
        return switch (Document.read(claim.documentType(), claim.number())) {
            case Document.Reading.Wrong(Document.Fault fault) ->
                    new Check.Unsound(
                            switch (fault) {
                                case FORM -> RegistrationRefusal.DOCUMENT_FORM_IS_WRONG;
                                case CHECK_CHARACTER ->
                                        RegistrationRefusal.DOCUMENT_CHECK_CHARACTER_IS_WRONG;
                                case BIRTH_DATE -> RegistrationRefusal.DOCUMENT_BIRTH_DATE_IS_WRONG;
                            });
            case Document.Reading.Right(Document document) -> {
                if (birthDate.isAfter(today)) {
                    yield new Check.Unsound(RegistrationRefusal.BIRTH_DATE_IS_AHEAD);
                }
                yield document.birthDate().filter(each -> !each.equals(birthDate)).isPresent()
                        ? new Check.Unsound(RegistrationRefusal.BIRTH_DATE_DIFFERS_FROM_DOCUMENT)
                        : new Check.Sound(
                                new Person(
                                        PersonName.read(claim.name()).orElseThrow().text(),
                                        document,
                                        birthDate));
            }
        };
    }
}

package dev.waystation.platform.members.membership;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person a member buys tickets for.
 *
 * @param documentKey the same text for the same document whoever bought the ticket; it tells two
 *     tickets of one person apart from tickets of two people without showing the document
 * @param birthDateProved whether the document carries the date of birth or staff read it there; a
 *     date that somebody only declared makes nobody a senior
 * @param studies what was verified of a student, null when not verified
 */
public record TravellerIdentity(
        long travellerId,
        long memberId,
        boolean self,
        String maskedName,
        String documentType,
        String maskedDocument,
        String documentKey,
        LocalDate birthDate,
        boolean birthDateProved,
        @Nullable Studies studies) {

    /** Sixty or older on the day of travel, by the document. */
    public boolean seniorOn(LocalDate day) {
        return birthDateProved && Age.on(birthDate, day) >= Age.SENIOR_FROM;
    }

    public boolean studentOn(LocalDate day) {
        return studies != null && studies.on(day);
    }

    /** Last day on which the student verification holds, null when not verified. */
    public @Nullable LocalDate studentUntil() {
        return studies == null ? null : studies.until();
    }

    /** The passenger group seats are sold to on that day: child, senior, student or general. */
    public String passengerGroup(LocalDate day) {
        if (Age.on(birthDate, day) < Age.CHILD_BELOW) {
            return "child";
        }
        if (seniorOn(day)) {
            return "senior";
        }
        return studentOn(day) ? "student" : "general";
    }
}

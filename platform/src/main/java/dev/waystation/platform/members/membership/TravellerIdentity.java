package dev.waystation.platform.members.membership;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person a member buys tickets for.
 *
 * @param documentKey the same text for the same document whoever bought the ticket; it tells two
 *     tickets of one person apart from tickets of two people without showing the document
 * @param studentUntil last day on which the student verification holds, null when not verified
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
        @Nullable LocalDate studentUntil) {

    /** Sixty or older on the day of travel. */
    public boolean seniorOn(LocalDate day) {
        return Age.on(birthDate, day) >= Age.SENIOR_FROM;
    }

    public boolean studentOn(LocalDate day) {
        return studentUntil != null && !day.isAfter(studentUntil);
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

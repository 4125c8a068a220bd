package dev.waystation.platform.members.membership.usecase;

import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.members.membership.facts.StudentVerified;
import dev.waystation.platform.members.membership.model.Companion;
import dev.waystation.platform.members.membership.model.StudentEvidence;
import dev.waystation.platform.members.membership.store.TravellerStore;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.Period;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Verifies a traveller as a student against the sandbox of the student register: it knows every
 * person from 14 to 40 by an enrolment number of 6 to 20 letters and digits that does not end in
 * 0000. Valid to the end of the academic year, or of the studies if that is sooner.
 */
@Service
public class VerifyStudent {

    /** Which traveller, and what the traveller shows. */
    public record Command(long memberId, long travellerId, StudentEvidence shown) {}

    /** Why a traveller is not verified. */
    public enum StudentRefusal {
        TRAVELLER_IS_UNKNOWN,
        AGE_IS_OUTSIDE_STUDENT_RANGE,
        STUDIES_ARE_OVER,
        ENROLMENT_IS_NOT_REGISTERED
    }

    /** Until when the verification counts, or why there is none. */
    public sealed interface Outcome {
        record Verified(LocalDate until) implements Outcome {}

        record Refused(StudentRefusal why) implements Outcome {}
    }

    private final TravellerStore travellers;
    private final FactLog facts;
    private final Clock clock;

    VerifyStudent(TravellerStore travellers, FactLog facts, Clock clock) {
        this.travellers = travellers;
        this.facts = facts;
        this.clock = clock;
    }

    @Transactional
    public Outcome handle(Command command) {
        Optional<Companion> found =
                travellers.ofMember(command.memberId()).stream()
                        .filter(each -> each.id() == command.travellerId())
                        .findFirst();
        if (found.isEmpty()) {
            return new Outcome.Refused(StudentRefusal.TRAVELLER_IS_UNKNOWN);
        }
        Companion traveller = found.get();
        LocalDate today = LocalDate.now(clock);
        int age = Period.between(traveller.person().birthDate(), today).getYears();
        if (age < 14 || age > 40) {
            return new Outcome.Refused(StudentRefusal.AGE_IS_OUTSIDE_STUDENT_RANGE);
        }
        StudentEvidence shown = command.shown();
        if (shown.leavesOn().isBefore(today)) {
            return new Outcome.Refused(StudentRefusal.STUDIES_ARE_OVER);
        }
        if (shown.enrolmentNumber().endsWith("0000")) {
            return new Outcome.Refused(StudentRefusal.ENROLMENT_IS_NOT_REGISTERED);
        }
        Instant now = clock.instant();
        LocalDate yearEnds = endOfAcademicYear(today);
        LocalDate until = shown.leavesOn().isBefore(yearEnds) ? shown.leavesOn() : yearEnds;
        travellers.record(command.memberId(), command.travellerId(), shown);
        travellers.verify(
                command.memberId(),
                command.travellerId(),
                "student",
                until,
                now,
                "sandbox student register");
        facts.append(
                new StudentVerified(
                        command.memberId(), command.travellerId(), traveller.self(), until, now));
        return new Outcome.Verified(until);
    }

    static LocalDate endOfAcademicYear(LocalDate today) {
        LocalDate end = LocalDate.of(today.getYear(), Month.AUGUST, 31);
        return today.isAfter(end) ? end.plusYears(1) : end;
    }
}

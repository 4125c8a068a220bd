package dev.waystation.platform.selling.booking.usecase;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Reason;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.membership.Studies;
import dev.waystation.platform.members.membership.TravellerIdentity;
import dev.waystation.platform.selling.booking.OrderRefusal;
import dev.waystation.platform.selling.booking.model.Draft;
import dev.waystation.platform.selling.booking.model.StudentRules;
import dev.waystation.platform.selling.booking.store.StudentJourneys;
import dev.waystation.platform.selling.catalogue.Timetables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whether a verified student travels a way at the lower fare, with every reason for and against.
 */
@Component
public class StudentFare {

    private final StudentJourneys journeys;
    private final StudentTerms terms;
    private final Timetables timetables;

    StudentFare(StudentJourneys journeys, StudentTerms terms, Timetables timetables) {
        this.journeys = journeys;
        this.terms = terms;
        this.timetables = timetables;
    }

    /**
     * A student's journeys of one year.
     *
     * @param year as people write it
     * @param tickets that count and that the member bought, by departure
     */
    public record Year(String year, int used, int most, List<Long> tickets) {}

    public Year year(TravellerIdentity student, LocalDate day) {
        StudentRules rules = terms.now();
        int year = rules.year(day);
        return new Year(
                StudentRules.said(year),
                journeys.used(student.documentKey(), year),
                rules.journeysAYear(),
                journeys.tickets(student.memberId(), student.documentKey(), year));
    }

    /** Empty when the lower fare holds. */
    Optional<Draft.Refused> refused(
            TravellerIdentity student, LocalDate day, String fromCity, String toCity) {
        Studies studies = student.studies();
        if (studies == null) {
            return Optional.empty();
        }
        Year year = year(student, day);
        boolean onTheWay = studies.between(fromCity, toCity);
        boolean left = year.used() < year.most();
        if (onTheWay && left) {
            return Optional.empty();
        }
        Map<String, Object> values =
                Map.of(
                        "traveller", student.maskedName(),
                        "home", city(studies.homeCity()).zh(),
                        "school", city(studies.schoolCity()).zh(),
                        "used", year.used(),
                        "most", year.most(),
                        "year", year.year());
        return Optional.of(
                new Draft.Refused(
                        onTheWay
                                ? OrderRefusal.STUDENT_JOURNEYS_USED_UP
                                : OrderRefusal.STUDENT_FARE_OFF_THE_WAY,
                        values,
                        why(studies, year, onTheWay, left)));
    }

    private Explanation why(Studies studies, Year year, boolean onTheWay, boolean left) {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(
                new Reason(
                        "student_verified",
                        true,
                        new Said(
                                "学生身份有效至 " + studies.until(),
                                "verified as a student until " + studies.until()),
                        Map.of("until", studies.until())));
        Said home = city(studies.homeCity());
        Said school = city(studies.schoolCity());
        reasons.add(
                new Reason(
                        "between_home_and_school",
                        onTheWay,
                        new Said(
                                "行程在 %s 与 %s 之间".formatted(home.zh(), school.zh()),
                                "the journey leads between %s and %s"
                                        .formatted(home.en(), school.en())),
                        Map.of()));
        reasons.add(
                new Reason(
                        "journeys_left",
                        left,
                        new Said(
                                "%s 学年已用 %d 次，共 %d 次"
                                        .formatted(year.year(), year.used(), year.most()),
                                "%d of %d journeys of %s used"
                                        .formatted(year.used(), year.most(), year.year())),
                        Map.of("used", year.used(), "most", year.most())));
        return new Explanation(
                new Said("不能按学生票价出售，可改购全价票。", "Not at the student fare; the full fare is open."),
                reasons);
    }

    private Said city(@Nullable String code) {
        if (code == null) {
            return new Said("任意车站", "any station");
        }
        return timetables.cities(code).stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .map(each -> new Said(each.nameZh(), each.nameEn()))
                .orElse(Said.same(code));
    }
}

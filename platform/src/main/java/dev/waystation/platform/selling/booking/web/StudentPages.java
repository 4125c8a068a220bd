package dev.waystation.platform.selling.booking.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.Studies;
import dev.waystation.platform.members.membership.TravellerIdentity;
import dev.waystation.platform.selling.booking.TicketId;
import dev.waystation.platform.selling.booking.usecase.StudentFare;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How many journeys at the student fare the travellers of a member have this year. */
@RestController
class StudentPages {

    private final Members members;
    private final StudentFare fares;
    private final Clock clock;

    StudentPages(Members members, StudentFare fares, Clock clock) {
        this.members = members;
        this.fares = fares;
        this.clock = clock;
    }

    /**
     * @param year the academic year of today
     * @param used by whoever bought them
     * @param tickets of those the member bought; each opens
     */
    record StudentYear(
            String travellerId,
            String name,
            @Nullable Studies studies,
            String year,
            int used,
            int most,
            int left,
            List<String> tickets) {}

    /** One line a student. */
    record StudentYears(List<StudentYear> items) {}

    @GetMapping("/v1/student-journeys")
    @Permission({Permission.MEMBER, "members.read"})
    StudentYears list(@RequestParam(required = false) @Nullable String member, Caller caller) {
        Long id = OwnOnly.scope(caller, member);
        if (id == null) {
            throw Refusal.of("MEMBER_IS_UNKNOWN", HttpStatus.NOT_FOUND);
        }
        LocalDate today = LocalDate.now(clock);
        return new StudentYears(
                members.travellers(id).stream()
                        .filter(each -> each.studies() != null)
                        .map(each -> view(each, fares.year(each, today)))
                        .toList());
    }

    private static StudentYear view(TravellerIdentity traveller, StudentFare.Year year) {
        return new StudentYear(
                PublicId.encode("trv", traveller.travellerId()),
                traveller.maskedName(),
                traveller.studies(),
                year.year(),
                year.used(),
                year.most(),
                Math.max(0, year.most() - year.used()),
                year.tickets().stream().map(each -> new TicketId(each).text()).toList());
    }
}

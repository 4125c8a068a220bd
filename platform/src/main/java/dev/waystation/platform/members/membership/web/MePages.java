package dev.waystation.platform.members.membership.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.foundation.edge.RefusalProblem;
import dev.waystation.platform.members.membership.Consent;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.model.IdentityClaim;
import dev.waystation.platform.members.membership.model.RegistrationRefusal;
import dev.waystation.platform.members.membership.model.StudentEvidence;
import dev.waystation.platform.members.membership.usecase.AddTraveller;
import dev.waystation.platform.members.membership.usecase.ChangeConsents;
import dev.waystation.platform.members.membership.usecase.ShowMember;
import dev.waystation.platform.members.membership.usecase.VerifyStudent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What members see and change of themselves. */
@RestController
class MePages {

    /** Who to add to the list of travellers. */
    record TravellerRequest(String name, MemberJson.DocumentView document, LocalDate birthDate) {}

    /** What a student shows; cities by their codes. */
    record StudentRequest(
            @Nullable String school,
            @Nullable String enrolmentNumber,
            @Nullable LocalDate enteredOn,
            @Nullable LocalDate leavesOn,
            @Nullable String homeCity,
            @Nullable String schoolCity) {

        StudentEvidence evidence() {
            return new StudentEvidence(
                    given(school, "school"),
                    given(enrolmentNumber, "enrolmentNumber"),
                    given(enteredOn, "enteredOn"),
                    given(leavesOn, "leavesOn"),
                    given(homeCity, "homeCity"),
                    given(schoolCity, "schoolCity"));
        }

        private static <T> T given(@Nullable T value, String field) {
            if (value == null) {
                throw new Malformed(field, "", "is required");
            }
            return value;
        }
    }

    /** All choices to change. */
    record ConsentRequest(List<ChangeConsents.Choice> choices) {}

    /** Travellers or consents, wrapped so that the answer can grow. */
    record Items<T>(List<T> items) {}

    private final Members members;
    private final ShowMember show;
    private final AddTraveller add;
    private final VerifyStudent verify;
    private final ChangeConsents change;
    private final Clock clock;

    MePages(
            Members members,
            ShowMember show,
            AddTraveller add,
            VerifyStudent verify,
            ChangeConsents change,
            Clock clock) {
        this.members = members;
        this.show = show;
        this.add = add;
        this.verify = verify;
        this.change = change;
        this.clock = clock;
    }

    @GetMapping("/v1/me")
    @Permission(Permission.MEMBER)
    MemberJson.CardView me(Caller caller) {
        return members.card(memberId(caller))
                .map(card -> MemberJson.of(card, LocalDate.now(clock)))
                .orElseThrow(() -> Refusal.notFound("me"));
    }

    @GetMapping("/v1/me/travellers")
    @Permission(Permission.MEMBER)
    Items<MemberJson.TravellerView> travellers(Caller caller) {
        LocalDate today = LocalDate.now(clock);
        return new Items<>(
                members.travellers(memberId(caller)).stream()
                        .map(each -> MemberJson.of(each, today))
                        .toList());
    }

    @PostMapping("/v1/me/travellers")
    @Permission(Permission.MEMBER)
    @ResponseStatus(HttpStatus.CREATED)
    MemberJson.TravellerView add(Caller caller, @RequestBody TravellerRequest request) {
        long memberId = memberId(caller);
        AddTraveller.Outcome outcome =
                add.handle(
                        new AddTraveller.Command(
                                memberId,
                                new IdentityClaim(
                                        request.name(),
                                        request.document().type(),
                                        request.document().number(),
                                        request.birthDate())));
        return switch (outcome) {
            case AddTraveller.Outcome.Added(long id) -> traveller(memberId, id);
            case AddTraveller.Outcome.Refused(RegistrationRefusal why) ->
                    throw Registrations.problem(why);
        };
    }

    @PostMapping("/v1/me/travellers/{id}:verify-student")
    @Permission(Permission.MEMBER)
    MemberJson.TravellerView verifyStudent(
            Caller caller, @PathVariable String id, @RequestBody StudentRequest request) {
        long memberId = memberId(caller);
        long travellerId = PublicId.decode("trv", id);
        VerifyStudent.Outcome outcome =
                verify.handle(new VerifyStudent.Command(memberId, travellerId, request.evidence()));
        return switch (outcome) {
            case VerifyStudent.Outcome.Verified _ -> traveller(memberId, travellerId);
            case VerifyStudent.Outcome.Refused(VerifyStudent.StudentRefusal why) ->
                    throw problem(why);
        };
    }

    @GetMapping("/v1/me/consents")
    @Permission(Permission.MEMBER)
    Items<Consent> consents(Caller caller) {
        return new Items<>(show.consents(memberId(caller)));
    }

    @PutMapping("/v1/me/consents")
    @Permission(Permission.MEMBER)
    Items<Consent> change(Caller caller, @RequestBody ConsentRequest request) {
        return new Items<>(
                change.handle(
                        new ChangeConsents.Command(memberId(caller), request.choices(), "member")));
    }

    private MemberJson.TravellerView traveller(long memberId, long travellerId) {
        return members.traveller(memberId, travellerId)
                .map(each -> MemberJson.of(each, LocalDate.now(clock)))
                .orElseThrow(() -> Refusal.notFound("traveller"));
    }

    private static RefusalProblem problem(VerifyStudent.StudentRefusal why) {
        return switch (why) {
            case TRAVELLER_IS_UNKNOWN -> Refusal.of(why, HttpStatus.NOT_FOUND);
            case AGE_IS_OUTSIDE_STUDENT_RANGE, STUDIES_ARE_OVER, ENROLMENT_IS_NOT_REGISTERED ->
                    Refusal.of(why, HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private static long memberId(Caller caller) {
        return switch (caller) {
            case Caller.Member(long id) -> id;
            case Caller.Staff _, Caller.ApiClient _, Caller.Anonymous _ ->
                    throw new Malformed("caller", caller.key(), "sign in as a member");
        };
    }
}

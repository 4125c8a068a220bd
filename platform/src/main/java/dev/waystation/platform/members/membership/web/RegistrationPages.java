package dev.waystation.platform.members.membership.web;

import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.members.membership.MemberId;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.Registration;
import dev.waystation.platform.members.membership.model.RegistrationRefusal;
import dev.waystation.platform.members.membership.usecase.RegisterMember;
import dev.waystation.platform.operators.access.MemberSessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Becoming a member; who has become one is signed in. */
@RestController
class RegistrationPages {

    /** What a person types, with the code that came by message and the token of a link. */
    record RegistrationRequest(
            String phone,
            String code,
            String name,
            MemberJson.DocumentView document,
            LocalDate birthDate,
            String city,
            @Nullable String invitation) {}

    private final RegisterMember register;
    private final Members members;
    private final MemberSessions sessions;
    private final Clock clock;

    RegistrationPages(
            RegisterMember register, Members members, MemberSessions sessions, Clock clock) {
        this.register = register;
        this.members = members;
        this.sessions = sessions;
        this.clock = clock;
    }

    @PostMapping("/v1/members")
    @Permission(Permission.PUBLIC)
    @ResponseStatus(HttpStatus.CREATED)
    MemberJson.CardView register(
            @RequestBody RegistrationRequest body,
            HttpServletRequest request,
            HttpServletResponse response) {
        Registration registration =
                new Registration(
                        body.phone(),
                        body.name(),
                        body.document().type(),
                        body.document().number(),
                        body.birthDate(),
                        "unknown",
                        body.city(),
                        "web",
                        body.invitation());
        return switch (register.handle(new RegisterMember.Command(registration, body.code()))) {
            case RegisterMember.Outcome.Registered(MemberId member) -> {
                sessions.open(member.value(), request, response);
                yield members.card(member.value())
                        .map(card -> MemberJson.of(card, LocalDate.now(clock)))
                        .orElseThrow(() -> Refusal.notFound("member"));
            }
            case RegisterMember.Outcome.Refused(RegistrationRefusal why) ->
                    throw Registrations.problem(why);
        };
    }
}

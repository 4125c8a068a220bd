package dev.waystation.platform.operators.access.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.operators.access.MemberSessions;
import dev.waystation.platform.operators.access.MemberSignIn;
import dev.waystation.platform.operators.access.PhoneCodes;
import dev.waystation.platform.operators.access.PhoneNumber;
import dev.waystation.platform.operators.access.usecase.SandboxCodes;
import dev.waystation.platform.operators.access.usecase.SignInRefusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MemberSessionController {

    record CodeRequest(String phone) {}

    record SignInRequest(String phone, String code) {}

    private final PhoneCodes codes;
    private final MemberSessions sessions;
    private final ObjectProvider<MemberSignIn> members;
    private final SandboxCodes sandbox;

    MemberSessionController(
            PhoneCodes codes,
            MemberSessions sessions,
            ObjectProvider<MemberSignIn> members,
            SandboxCodes sandbox) {
        this.codes = codes;
        this.sessions = sessions;
        this.members = members;
        this.sandbox = sandbox;
    }

    /** Answers the same whether the phone is a member's or not. */
    @PostMapping("/v1/member-session/code")
    @Permission(Permission.PUBLIC)
    @ResponseStatus(HttpStatus.ACCEPTED)
    void sendCode(@RequestBody CodeRequest request) {
        switch (codes.send(PhoneNumber.parse(request.phone()))) {
            case SENT -> {}
            case TOO_MANY ->
                    throw Refusal.of(SignInRefusal.TOO_MANY_CODES, HttpStatus.TOO_MANY_REQUESTS)
                            .retryAfterSeconds(600);
        }
    }

    @PostMapping("/v1/member-session")
    @Permission(Permission.PUBLIC)
    SessionController.SessionView signIn(
            @RequestBody SignInRequest body,
            HttpServletRequest request,
            HttpServletResponse response) {
        PhoneNumber phone = PhoneNumber.parse(body.phone());
        switch (codes.check(phone, body.code())) {
            case RIGHT -> {}
            case WRONG_OR_EXPIRED ->
                    throw Refusal.of(SignInRefusal.CODE_WRONG_OR_EXPIRED, HttpStatus.UNAUTHORIZED);
            case LOCKED ->
                    throw Refusal.of(
                                    SignInRefusal.SIGN_IN_LOCKED,
                                    HttpStatus.TOO_MANY_REQUESTS,
                                    Map.of("minutes", 15))
                            .retryAfterSeconds(900);
        }
        OptionalLong member = members.getObject().memberByPhone(phone.value());
        if (member.isEmpty()) {
            throw Refusal.of(SignInRefusal.PHONE_IS_NO_MEMBER, HttpStatus.NOT_FOUND);
        }
        sessions.open(member.getAsLong(), request, response);
        return new SessionController.SessionView(
                CallerView.of(new Caller.Member(member.getAsLong()), false));
    }

    @GetMapping("/v1/sandbox/codes")
    @Permission(Permission.PUBLIC)
    List<SandboxCodes.SentCode> sentCodes() {
        if (!sandbox.visible()) {
            throw Refusal.notFound("/v1/sandbox/codes");
        }
        return sandbox.lately();
    }
}

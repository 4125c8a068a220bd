package dev.waystation.platform.operators.access.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.operators.access.usecase.ChangePassword;
import dev.waystation.platform.operators.access.usecase.FindStaff;
import dev.waystation.platform.operators.access.usecase.Sessions;
import dev.waystation.platform.operators.access.usecase.SignInStaff;
import dev.waystation.platform.operators.access.usecase.SignOut;
import dev.waystation.platform.operators.access.usecase.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/session")
class SessionController {

    record SessionView(CallerView caller) {}

    record PasswordChange(String present, String next) {}

    private final SignInStaff signIn;
    private final ChangePassword changePassword;
    private final Sessions sessions;
    private final FindStaff staff;
    private final SignOut signOut;

    SessionController(
            SignInStaff signIn,
            ChangePassword changePassword,
            Sessions sessions,
            FindStaff staff,
            SignOut signOut) {
        this.signIn = signIn;
        this.changePassword = changePassword;
        this.sessions = sessions;
        this.staff = staff;
        this.signOut = signOut;
    }

    @PostMapping
    @Permission(Permission.PUBLIC)
    SessionView signIn(
            @RequestBody SignInStaff.Command command,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (signIn.handle(command)) {
            case SignInStaff.Outcome.SignedIn in -> {
                sessions.openStaff(in.account().id(), request, response);
                yield view(in.account());
            }
            case SignInStaff.Outcome.Refused refused ->
                    throw switch (refused.code()) {
                        case SIGN_IN_LOCKED ->
                                Refusal.of(
                                                refused.code(),
                                                HttpStatus.TOO_MANY_REQUESTS,
                                                Map.of(
                                                        "minutes",
                                                        refused.retryAfter().toMinutes() + 1))
                                        .retryAfterSeconds(
                                                (int) refused.retryAfter().toSeconds() + 1);
                        case SIGN_IN_WRONG,
                                CODE_WRONG_OR_EXPIRED,
                                TOO_MANY_CODES,
                                PHONE_IS_NO_MEMBER ->
                                Refusal.of(refused.code(), HttpStatus.UNAUTHORIZED);
                    };
        };
    }

    @GetMapping
    @Permission(Permission.PUBLIC)
    SessionView show(Caller caller) {
        boolean mustChange =
                caller instanceof Caller.Staff known
                        && staff.find(known.id())
                                .filter(StaffMember::mustChangePassword)
                                .isPresent();
        return new SessionView(CallerView.of(caller, mustChange));
    }

    @DeleteMapping
    @Permission(Permission.PUBLIC)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        signOut.handle(caller, request, response);
    }

    @PostMapping("/password")
    @Permission(Permission.STAFF)
    SessionView changePassword(
            @RequestBody PasswordChange change,
            Caller.Staff caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!changePassword.handle(caller.id(), change.present(), change.next())) {
            throw Refusal.of("PRESENT_PASSWORD_WRONG", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        sessions.openStaff(caller.id(), request, response);
        return view(staff.find(caller.id()).orElseThrow());
    }

    private static SessionView view(StaffMember account) {
        return new SessionView(CallerView.of(account.caller(), account.mustChangePassword()));
    }
}

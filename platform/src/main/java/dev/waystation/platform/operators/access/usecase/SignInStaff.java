package dev.waystation.platform.operators.access.usecase;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.operators.access.store.FailureStore;
import dev.waystation.platform.operators.access.store.StaffStore;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Checks login and password; five failures lock the login for a quarter of an hour. */
@Service
public class SignInStaff {

    /** Login and password as typed. */
    public record Command(String login, String password) {
        public Command {
            Malformed.require(!login.isBlank(), "login", login, "give your login");
            Malformed.require(!password.isEmpty(), "password", "", "give your password");
            login = login.strip().toLowerCase(Locale.ROOT);
        }

        @Override
        public String toString() {
            return "Command[login=" + login + "]";
        }
    }

    /** Whether the person may come in. */
    public sealed interface Outcome {
        record SignedIn(long staffId) implements Outcome {}

        record Refused(SignInRefusal code, Duration retryAfter) implements Outcome {}
    }

    private final StaffStore staff;
    private final FailureStore failures;
    private final Passwords passwords;

    SignInStaff(StaffStore staff, FailureStore failures, Passwords passwords) {
        this.staff = staff;
        this.failures = failures;
        this.passwords = passwords;
    }

    // Without a transaction around it: a failure must be counted although nothing else happens.
    public Outcome handle(Command command) {
        String subject = "login:" + command.login();
        Optional<Duration> locked = failures.locked(subject);
        if (locked.isPresent()) {
            return new Outcome.Refused(SignInRefusal.SIGN_IN_LOCKED, locked.get());
        }
        Optional<StaffStore.Account> account =
                staff.byLogin(command.login()).filter(StaffStore.Account::active);
        if (account.isEmpty()) {
            passwords.matchNobody(command.password());
        } else if (passwords.matches(command.password(), account.get().passwordHash())) {
            failures.clear(subject);
            return new Outcome.SignedIn(account.get().id());
        }
        failures.fail(subject);
        return new Outcome.Refused(SignInRefusal.SIGN_IN_WRONG, Duration.ZERO);
    }
}

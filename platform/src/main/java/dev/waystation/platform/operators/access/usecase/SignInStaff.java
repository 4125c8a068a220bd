package dev.waystation.platform.operators.access.usecase;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.operators.access.facts.StaffSignInFailed;
import dev.waystation.platform.operators.access.facts.StaffSignInLocked;
import dev.waystation.platform.operators.access.facts.StaffSignedIn;
import dev.waystation.platform.operators.access.store.FailureStore;
import dev.waystation.platform.operators.access.store.StaffStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

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
        record SignedIn(StaffMember account) implements Outcome {}

        record Refused(SignInRefusal code, Duration retryAfter) implements Outcome {}
    }

    private final StaffStore staff;
    private final FailureStore failures;
    private final Passwords passwords;

    private final FactLog facts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SignInStaff(
            StaffStore staff,
            FailureStore failures,
            Passwords passwords,
            FactLog facts,
            TransactionTemplate transaction,
            Clock clock) {
        this.staff = staff;
        this.failures = failures;
        this.passwords = passwords;
        this.facts = facts;
        this.transaction = transaction;
        this.clock = clock;
    }

    // Hashing takes long, so it happens before a transaction holds a connection.
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
            transaction.executeWithoutResult(status -> letIn(subject, account.get()));
            return new Outcome.SignedIn(StaffMember.of(account.get()));
        }
        long staffId = account.map(StaffStore.Account::id).orElse(0L);
        transaction.executeWithoutResult(status -> keepOut(subject, staffId));
        return new Outcome.Refused(SignInRefusal.SIGN_IN_WRONG, Duration.ZERO);
    }

    private void letIn(String subject, StaffStore.Account account) {
        failures.clear(subject);
        facts.append(new StaffSignedIn(account.id(), clock.instant()));
    }

    private void keepOut(String subject, long staffId) {
        Instant now = clock.instant();
        facts.append(new StaffSignInFailed(staffId, now));
        failures.fail(subject)
                .ifPresent(until -> facts.append(new StaffSignInLocked(staffId, until, now)));
    }
}

package dev.waystation.platform.operators.access.usecase;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.operators.access.Role;
import dev.waystation.platform.operators.access.facts.StaffAdded;
import dev.waystation.platform.operators.access.store.StaffStore;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes a staff account with a one-time password that is shown once. */
@Service
public class AddStaff {

    /** Who it is and what they may do. */
    public record Command(String login, String name, Set<String> roles) {
        public Command {
            Malformed.require(
                    login.matches("[a-z0-9][a-z0-9._-]{1,38}"),
                    "login",
                    login,
                    "choose 2 to 39 small letters, digits, dots, dashes");
            Malformed.require(
                    !name.isBlank() && name.length() <= 80, "name", name, "give 1 to 80 letters");
            requireRoles(roles);
            roles = Set.copyOf(roles);
        }
    }

    /** The account, or why there is none. */
    public sealed interface Outcome {
        record Added(StaffMember account, String oneTimePassword) implements Outcome {}

        record LoginIsTaken() implements Outcome {}
    }

    private final StaffStore staff;
    private final Passwords passwords;
    private final FactLog facts;
    private final Clock clock;

    AddStaff(StaffStore staff, Passwords passwords, FactLog facts, Clock clock) {
        this.staff = staff;
        this.passwords = passwords;
        this.facts = facts;
        this.clock = clock;
    }

    /** The actor is the caller who asks for it, such as {@code staff:7}. */
    @Transactional
    public Outcome handle(Command command, String actor) {
        if (staff.byLogin(command.login()).isPresent()) {
            return new Outcome.LoginIsTaken();
        }
        String password = Secrets.password();
        Optional<Long> id =
                staff.create(
                        command.login(),
                        command.name(),
                        passwords.hash(password),
                        command.roles(),
                        true);
        id.ifPresent(made ->
                facts.append(new StaffAdded(made, actor, command.roles(), clock.instant())));
        return id.flatMap(staff::find)
                .map(StaffMember::of)
                .<Outcome>map(account -> new Outcome.Added(account, password))
                .orElseGet(Outcome.LoginIsTaken::new);
    }

    static void requireRoles(Set<String> roles) {
        Malformed.require(!roles.isEmpty(), "roles", "[]", "give at least one role");
        for (String role : roles) {
            Malformed.require(
                    Role.of(role).isPresent(), "roles", role, "take roles from /v1/roles");
        }
    }
}

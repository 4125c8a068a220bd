package dev.waystation.platform.operators.access.usecase;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.operators.access.facts.StaffChanged;
import dev.waystation.platform.operators.access.store.StaffStore;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes name, roles and activity of an account; its sessions end, so that nothing lingers. */
@Service
public class ChangeStaff {

    /** The account as it should be, made from the given version. */
    public record Command(
            long staffId,
            long version,
            String name,
            Set<String> roles,
            boolean active,
            String actor) {
        public Command {
            Malformed.require(
                    !name.isBlank() && name.length() <= 80, "name", name, "give 1 to 80 letters");
            AddStaff.requireRoles(roles);
            roles = Set.copyOf(roles);
        }
    }

    private final StaffStore staff;
    private final Sessions sessions;
    private final FactLog facts;
    private final Clock clock;

    ChangeStaff(StaffStore staff, Sessions sessions, FactLog facts, Clock clock) {
        this.staff = staff;
        this.sessions = sessions;
        this.facts = facts;
        this.clock = clock;
    }

    /** Empty when somebody was faster. */
    @Transactional
    public Optional<StaffMember> handle(Command command) {
        StaffStore.Account before = staff.find(command.staffId()).orElseThrow();
        boolean changed =
                staff.change(
                        command.staffId(),
                        command.version(),
                        command.name(),
                        command.roles(),
                        command.active());
        if (!changed) {
            return Optional.empty();
        }
        sessions.closeAllOfStaff(command.staffId());
        facts.append(
                new StaffChanged(
                        before.id(),
                        command.actor(),
                        before.roles(),
                        command.roles(),
                        before.active(),
                        command.active(),
                        clock.instant()));
        return staff.find(command.staffId()).map(StaffMember::of);
    }
}

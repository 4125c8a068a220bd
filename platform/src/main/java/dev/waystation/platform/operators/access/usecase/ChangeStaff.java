package dev.waystation.platform.operators.access.usecase;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.operators.access.store.StaffStore;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes name, roles and activity of an account; its sessions end, so that nothing lingers. */
@Service
public class ChangeStaff {

    /** The account as it should be, made from the given version. */
    public record Command(
            long staffId, long version, String name, Set<String> roles, boolean active) {
        public Command {
            Malformed.require(
                    !name.isBlank() && name.length() <= 80, "name", name, "give 1 to 80 letters");
            AddStaff.requireRoles(roles);
            roles = Set.copyOf(roles);
        }
    }

    private final StaffStore staff;
    private final Sessions sessions;

    ChangeStaff(StaffStore staff, Sessions sessions) {
        this.staff = staff;
        this.sessions = sessions;
    }

    /** Empty when somebody was faster. */
    @Transactional
    public Optional<StaffStore.Account> handle(Command command) {
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
        return staff.find(command.staffId());
    }
}

package dev.waystation.platform.operators.access.usecase;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.operators.access.Role;
import dev.waystation.platform.operators.access.store.StaffStore;
import java.util.HashSet;
import java.util.Set;

/** An account as colleagues may see it. */
public record StaffMember(
        long id,
        String login,
        String name,
        Set<String> roles,
        boolean active,
        boolean mustChangePassword,
        long version) {

    static StaffMember of(StaffStore.Account account) {
        return new StaffMember(
                account.id(),
                account.login(),
                account.name(),
                account.roles(),
                account.active(),
                account.mustChangePassword(),
                account.version());
    }

    /** With the permissions of all their roles. */
    public Caller.Staff caller() {
        Set<String> permissions = new HashSet<>();
        for (String code : roles) {
            Role.of(code).ifPresent(role -> permissions.addAll(role.permissions()));
        }
        return new Caller.Staff(id, name, roles, permissions);
    }
}

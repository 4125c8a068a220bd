package dev.waystation.platform.foundation.edge;

import java.util.Set;

/** Who asks. A controller takes it as an argument. */
public sealed interface Caller {

    /** Somebody of the operator, with the permissions of all their roles. */
    record Staff(long id, String name, Set<String> roles, Set<String> permissions)
            implements Caller {
        public Staff {
            roles = Set.copyOf(roles);
            permissions = Set.copyOf(permissions);
        }
    }

    /** A member, signed in by phone. */
    record Member(long memberId) implements Caller {}

    /** A program; its scopes are permissions. */
    record ApiClient(long id, String name, Set<String> scopes) implements Caller {
        public ApiClient {
            scopes = Set.copyOf(scopes);
        }
    }

    /** Nobody signed in. */
    record Anonymous() implements Caller {}

    /** Whether one of the permissions lets this caller in. */
    default boolean may(Set<String> permissions) {
        if (permissions.contains(Permission.PUBLIC)) {
            return true;
        }
        return switch (this) {
            case Staff staff ->
                    permissions.contains(Permission.STAFF)
                            || permissions.stream().anyMatch(staff.permissions()::contains);
            // Being a member or of the staff is no scope, whatever a key claims.
            case ApiClient client ->
                    permissions.stream()
                            .filter(each -> !each.equals(Permission.MEMBER))
                            .filter(each -> !each.equals(Permission.STAFF))
                            .anyMatch(client.scopes()::contains);
            case Member member -> permissions.contains(Permission.MEMBER);
            case Anonymous nobody -> false;
        };
    }

    /** One word for keys and logs: {@code staff:7}, {@code member:42}, {@code client:3}. */
    default String key() {
        return switch (this) {
            case Staff staff -> "staff:" + staff.id();
            case ApiClient client -> "client:" + client.id();
            case Member member -> "member:" + member.memberId();
            case Anonymous nobody -> "anonymous";
        };
    }
}

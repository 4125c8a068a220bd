package dev.waystation.platform.members.games.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Malformed;

/** The member who asks about themselves. */
final class OwnMember {

    private OwnMember() {}

    static long of(Caller caller) {
        return switch (caller) {
            case Caller.Member(long id) -> id;
            case Caller.Staff _, Caller.ApiClient _, Caller.Anonymous _ ->
                    throw new Malformed("caller", caller.key(), "sign in as a member");
        };
    }
}

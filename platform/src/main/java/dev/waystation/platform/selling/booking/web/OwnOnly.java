package dev.waystation.platform.selling.booking.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.PublicId;
import org.jspecify.annotations.Nullable;

/** Members see and change what is theirs; staff and programs were let in by their permission. */
final class OwnOnly {

    private OwnOnly() {}

    static boolean maySee(Caller caller, long memberId) {
        return switch (caller) {
            case Caller.Member member -> member.memberId() == memberId;
            case Caller.Staff staff -> true;
            case Caller.ApiClient client -> true;
            case Caller.Anonymous nobody -> false;
        };
    }

    /** The member a list is narrowed to: themselves, or whom staff asks for; null for all. */
    static @Nullable Long scope(Caller caller, @Nullable String asked) {
        if (caller instanceof Caller.Member member) {
            return member.memberId();
        }
        return asked == null ? null : (Long) PublicId.decode("mbr", asked);
    }

    /** For whom somebody buys: members for themselves, the ticket window for the one it names. */
    static long buyer(Caller caller, @Nullable String memberId) {
        if (caller instanceof Caller.Member member) {
            return member.memberId();
        }
        Malformed.require(
                memberId != null, "memberId", memberId, "name the member the tickets are for");
        return PublicId.decode("mbr", memberId == null ? "" : memberId);
    }
}

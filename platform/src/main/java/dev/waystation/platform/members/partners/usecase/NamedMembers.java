package dev.waystation.platform.members.partners.usecase;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.members.membership.MemberCard;
import dev.waystation.platform.members.membership.MemberSearch;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whom a partner means: by member number, phone or document. Who nobody knows is no error. */
@Component
public class NamedMembers {

    private final MemberSearch members;

    NamedMembers(MemberSearch members) {
        this.members = members;
    }

    public Optional<Long> find(String named) {
        String typed = named.strip();
        return wellFormed(typed)
                ? members.find(typed).stream().map(MemberCard::memberId).findFirst()
                : Optional.empty();
    }

    // Asked before the search, whose refusal would undo the whole file.
    private static boolean wellFormed(String typed) {
        if (!typed.startsWith("mbr_")) {
            return !typed.isEmpty();
        }
        try {
            return PublicId.decode("mbr", typed) > 0;
        } catch (Malformed noNumber) {
            return false;
        }
    }
}

package dev.waystation.platform.members.membership;

import dev.waystation.platform.foundation.edge.Said;
import java.util.List;

/** The door for a search box: finds members by what a person at a desk would type. */
public interface MemberSearch {

    /** By a whole phone number, a whole document number or an id; empty for anything else. */
    List<MemberCard> find(String typed);

    /**
     * For staff only: by a name, its characters, sounds or initials, or by the last four characters
     * of phone or document, the best matches first, each with what matched.
     */
    List<Named> named(String typed);

    /** A member found by name. */
    record Named(MemberCard card, Said why) {}
}

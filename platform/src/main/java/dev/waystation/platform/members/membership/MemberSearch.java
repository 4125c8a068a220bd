package dev.waystation.platform.members.membership;

import java.util.List;

/** The door for a search box: finds members by what a person at a desk would type. */
public interface MemberSearch {

    /** By a whole phone number, a whole document number or an id; empty for anything else. */
    List<MemberCard> find(String typed);
}

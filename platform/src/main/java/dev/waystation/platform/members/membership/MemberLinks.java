package dev.waystation.platform.members.membership;

import java.util.List;

/** The door to members who were found to be one person; each keeps its own rows. */
public interface MemberLinks {

    /** Everybody who is the same person as the member, the one merged into first; never empty. */
    List<Long> samePerson(long memberId);
}

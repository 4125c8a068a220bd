package dev.waystation.platform.members.membership;

import dev.waystation.platform.foundation.edge.Said;
import java.util.Collection;
import java.util.Set;

/**
 * Something another module has built on members, so that they cannot simply be undone. Modules
 * above contribute a bean; membership asks without knowing them.
 */
public interface MemberTie {

    /** What holds them, to go on in “the member has …”. */
    Said what();

    /** Which of these members are held. */
    Set<Long> held(Collection<Long> members);
}

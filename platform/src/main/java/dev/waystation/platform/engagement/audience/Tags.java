package dev.waystation.platform.engagement.audience;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Said;
import java.util.List;
import java.util.Optional;

/** The door to tags. */
public interface Tags {

    /** The tags a member carries, with since when and why. */
    List<MemberTag> ofMember(long memberId);

    /** What people call the tag. */
    Optional<Said> name(String tag);

    /** The reasons kept under the id that {@code TagAdded} names. */
    Optional<Explanation> explanation(String explanationId);
}

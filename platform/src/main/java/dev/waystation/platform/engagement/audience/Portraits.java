package dev.waystation.platform.engagement.audience;

import dev.waystation.condition.Attributes;
import dev.waystation.condition.Subject;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The door to members as conditions see them: traits, tags, points, tier and behaviour. */
public interface Portraits {

    /** The names, types and words of everything a condition about members may ask. */
    Attributes catalogue();

    /** The member as of today; empty while the audience knows nothing of him. */
    Optional<Subject> of(long memberId);

    /** Many in a few questions; of whom the audience knows nothing is not among them. */
    Map<Long, Subject> of(Collection<Long> memberIds);
}

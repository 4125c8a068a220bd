package dev.waystation.platform.members.membership;

import java.util.Optional;

/** Which family a member shares points with. */
public interface Households {

    /** The family the member belongs to now. */
    Optional<Household> ofMember(long memberId);
}

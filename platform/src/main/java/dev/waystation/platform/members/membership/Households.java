package dev.waystation.platform.members.membership;

import java.util.Optional;

/** Which family a member shares points with. */
public interface Households {

    /** The family the member belongs to now. */
    Optional<Household> ofMember(long memberId);

    /** A family by its number; nobody is in one that was disbanded. */
    Optional<Household> household(long id);
}

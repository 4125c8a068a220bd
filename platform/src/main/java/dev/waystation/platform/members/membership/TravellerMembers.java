package dev.waystation.platform.members.membership;

import java.util.Collection;
import java.util.Map;

/** The door to which travellers are members themselves. */
public interface TravellerMembers {

    /** A traveller as the member lists them who buys for them. */
    record Key(long memberId, long travellerId) {}

    /**
     * The member behind each traveller: the one who lists them where it is they in person, else who
     * registered with the same document. Travellers who are no member are not among them.
     */
    Map<Key, Long> of(Collection<Key> travellers);
}

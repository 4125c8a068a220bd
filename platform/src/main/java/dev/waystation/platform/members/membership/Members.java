package dev.waystation.platform.members.membership;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The door of membership. Names, phones and document numbers leave it masked; only {@link #address}
 * opens a sealed one, and only for delivering a message that passed the consent gate.
 */
public interface Members {

    /**
     * Registers without a phone code; for the demo world, imports and tests. People register
     * through the use case, which proves the phone first.
     */
    MemberId register(Registration registration);

    Optional<MemberCard> card(long memberId);

    /** One traveller of a member: the member in person or somebody of the family. */
    Optional<TravellerIdentity> traveller(long memberId, long travellerId);

    /** All travellers, the member in person first. */
    List<TravellerIdentity> travellers(long memberId);

    /** Whether the member in person belongs today to a verified group: student or senior. */
    boolean verified(long memberId, String group);

    /**
     * Whether a name printed on a document is the traveller's, and by which rule; empty when the
     * traveller is not known.
     */
    Optional<NameCheck> checkName(long memberId, long travellerId, String printed);

    Consent consent(long memberId, String channel, String purpose);

    /** Where a channel reaches the member; for messaging only. */
    Optional<ContactAddress> address(long memberId, String channel);

    /** Of many members in one question; who is no member is not among them. */
    Map<Long, Reachability> reach(Collection<Long> memberIds);

    long count();

    /**
     * Attributes of the members after {@code afterMemberId} in ascending order; read models are
     * built from it page by page.
     */
    List<MemberProfile> profiles(long afterMemberId, int limit);

    /** Attributes of these members in one question; who is no member is not among them. */
    Map<Long, MemberProfile> profiles(Collection<Long> memberIds);
}

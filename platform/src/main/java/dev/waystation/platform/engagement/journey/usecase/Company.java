package dev.waystation.platform.engagement.journey.usecase;

import dev.waystation.condition.Subject;
import dev.waystation.platform.engagement.audience.Portraits;
import dev.waystation.platform.members.membership.MemberProfile;
import dev.waystation.platform.members.membership.Members;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Members who move on together. The first branch that asks about one asks about all: a question of
 * each its own would be most of what a batch costs.
 */
final class Company {

    private final Members members;
    private final Portraits portraits;
    private final Set<Long> who;
    private @Nullable Map<Long, MemberProfile> profiles;
    private @Nullable Map<Long, Subject> seen;

    Company(Members members, Portraits portraits, Collection<Long> who) {
        this.members = members;
        this.portraits = portraits;
        this.who = Set.copyOf(who);
    }

    /** Who the member is, from membership, which knows it first. */
    Optional<MemberProfile> profile(long memberId) {
        Map<Long, MemberProfile> known = profiles;
        if (known == null) {
            known = members.profiles(who);
            profiles = known;
        }
        return Optional.ofNullable(known.get(memberId));
    }

    /** Tier, points, tags and behaviour, from the audience. */
    Optional<Subject> portrait(long memberId) {
        Map<Long, Subject> known = seen;
        if (known == null) {
            known = portraits.of(who);
            seen = known;
        }
        return Optional.ofNullable(known.get(memberId));
    }
}

package dev.waystation.platform.engagement.journey.usecase;

import dev.waystation.condition.Attributes;
import dev.waystation.condition.Subject;
import dev.waystation.journey.Interpreter;
import dev.waystation.platform.engagement.audience.Portraits;
import dev.waystation.platform.engagement.journey.model.Definition;
import dev.waystation.platform.engagement.journey.model.Enrolment;
import dev.waystation.platform.foundation.wiring.VenueZone;
import dev.waystation.platform.members.membership.MemberProfile;
import dev.waystation.platform.members.membership.Members;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Members who move on together. The first branch that asks about one asks about all: a question of
 * each its own, and words looked up for each, would be most of what a batch costs.
 */
final class Company {

    private final Walkers walkers;
    private final Members members;
    private final Portraits portraits;
    private final Set<Long> who;
    private final Map<Version, Attributes> words = new HashMap<>();
    private @Nullable Map<Long, MemberProfile> profiles;
    private @Nullable Map<Long, Subject> seen;

    /** Whose words they are. */
    private record Version(long journeyId, int number) {}

    Company(Walkers walkers, Members members, Portraits portraits, Set<Long> who) {
        this.walkers = walkers;
        this.members = members;
        this.portraits = portraits;
        this.who = who;
    }

    /** One of them as the branches of a version ask about him. */
    Subject member(Enrolment enrolment, Definition definition, Instant now) {
        return new MemberSubject(this, words(definition), enrolment, now, VenueZone.DEFAULT);
    }

    Interpreter interpreter(Definition definition) {
        return new Interpreter(definition.graph(), VenueZone.DEFAULT, words(definition));
    }

    private Attributes words(Definition definition) {
        return words.computeIfAbsent(
                new Version(definition.journeyId(), definition.version()),
                _ -> walkers.catalogue(definition.content()));
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

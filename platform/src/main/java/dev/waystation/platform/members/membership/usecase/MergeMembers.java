package dev.waystation.platform.members.membership.usecase;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.members.membership.facts.MembersLinked;
import dev.waystation.platform.members.membership.store.LinkStore;
import dev.waystation.platform.members.membership.store.MemberStore;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links two members who are one person: either phone signs in to the one that stays. No row of
 * either is rewritten, so that undoing it loses nothing.
 */
@Service
public class MergeMembers {

    /** Who stays, with all who lead there; or why nothing changed. */
    public sealed interface Outcome {
        record Linked(long stays, List<Long> merged) implements Outcome {}

        record Refused(MergeRefusal code) implements Outcome {}
    }

    /** Why nothing changed. */
    public enum MergeRefusal {
        MEMBER_IS_UNKNOWN,
        MEMBER_IS_MERGED_ALREADY,
        MEMBERS_ARE_THE_SAME,
        MEMBER_IS_NOT_MERGED
    }

    private final LinkStore links;
    private final MemberStore members;
    private final FactLog facts;
    private final Clock clock;
    private final CarryConsents consents;

    MergeMembers(
            LinkStore links,
            MemberStore members,
            FactLog facts,
            Clock clock,
            CarryConsents consents) {
        this.consents = consents;
        this.links = links;
        this.members = members;
        this.facts = facts;
        this.clock = clock;
    }

    @Transactional
    public Outcome merge(long memberId, long into, String reason, String by) {
        Malformed.require(
                reason.strip().length() >= 4,
                "reason",
                reason,
                "say why, in at least 4 characters");
        if (memberId == into) {
            return new Outcome.Refused(MergeRefusal.MEMBERS_ARE_THE_SAME);
        }
        // Locked in one order, so that two merges cannot wait for each other.
        boolean known =
                members.lock(Math.min(memberId, into)) && members.lock(Math.max(memberId, into));
        if (!known) {
            return new Outcome.Refused(MergeRefusal.MEMBER_IS_UNKNOWN);
        }
        // No chains: who was merged, or has somebody merged into, does not move on.
        if (links.into(memberId).isPresent()
                || links.into(into).isPresent()
                || !links.mergedInto(memberId).isEmpty()) {
            return new Outcome.Refused(MergeRefusal.MEMBER_IS_MERGED_ALREADY);
        }
        links.add(memberId, into, reason, by, clock.instant());
        facts.append(new MembersLinked(memberId, into, true, by, reason, clock.instant()));
        consents.merge(memberId, into);
        return new Outcome.Linked(into, links.mergedInto(into));
    }

    @Transactional
    public Outcome undo(long memberId, String reason, String by) {
        Malformed.require(
                reason.strip().length() >= 4,
                "reason",
                reason,
                "say why, in at least 4 characters");
        members.lock(memberId);
        return links.into(memberId)
                .<Outcome>map(into -> {
                    links.undo(memberId, by, clock.instant());
                    facts.append(
                            new MembersLinked(memberId, into, false, by, reason, clock.instant()));
                    consents.part(memberId, into);
                    return new Outcome.Linked(into, links.mergedInto(into));
                })
                .orElseGet(() -> new Outcome.Refused(MergeRefusal.MEMBER_IS_NOT_MERGED));
    }

    /** The member that stays for a member; itself unless merged. */
    @Transactional(readOnly = true)
    public long stays(long memberId) {
        return links.into(memberId).orElse(memberId);
    }
}

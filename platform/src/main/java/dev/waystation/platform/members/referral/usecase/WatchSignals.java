package dev.waystation.platform.members.referral.usecase;

import dev.waystation.platform.foundation.edge.Reason;
import dev.waystation.platform.members.referral.model.Invitation;
import dev.waystation.platform.members.referral.model.Signal;
import dev.waystation.platform.members.referral.model.Suspects;
import dev.waystation.platform.members.referral.model.Terms;
import dev.waystation.platform.members.referral.model.Trace;
import dev.waystation.platform.members.referral.store.InviteBook;
import dev.waystation.platform.members.referral.store.SightingStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps what is seen of members and holds the invitations of a group that shares too much, the
 * earlier ones of the group too.
 */
@Component
class WatchSignals {

    private static final String VELOCITY = "VELOCITY";

    private final SightingStore sightings;
    private final InviteBook invitations;
    private final InviteWords words;

    WatchSignals(SightingStore sightings, InviteBook invitations, InviteWords words) {
        this.sightings = sightings;
        this.invitations = invitations;
        this.words = words;
    }

    void trace(long memberId, long campaignId, Terms.Limits limits, Trace trace, Instant now) {
        see(memberId, campaignId, limits, Signal.DEVICE, trace.device(), now);
        see(memberId, campaignId, limits, Signal.NETWORK, trace.network(), now);
        see(memberId, campaignId, limits, Signal.PLACE, trace.place(), now);
    }

    void see(
            long memberId,
            long campaignId,
            Terms.Limits limits,
            Signal signal,
            @Nullable String digest,
            Instant now) {
        if (digest == null || !sightings.add(memberId, signal, digest, now)) {
            return;
        }
        List<Suspects.Seen> seen = sightings.seen(campaignId, signal, digest);
        Set<Long> suspects =
                Suspects.sharing(
                        signal, seen, sightings.insiders(campaignId, signal, digest), limits);
        if (!suspects.isEmpty()) {
            flag(
                    suspects,
                    signal.name(),
                    Map.of("count", suspects.size(), "limit", limits.of(signal)),
                    now);
        }
    }

    /** Whether the inviter's people come faster than people do. */
    void pace(Invitation invitation, Terms.Limits limits) {
        Instant now = invitation.joinedAt();
        int hour = count(invitation, now, Duration.ofHours(1));
        int day = count(invitation, now, Duration.ofDays(1));
        if (Suspects.tooFast(hour, day, limits)) {
            flag(
                    Set.of(invitation.inviteeId()),
                    VELOCITY,
                    Map.of("hour", hour, "day", day, "limit", limits.perHour()),
                    now);
        }
    }

    private int count(Invitation invitation, Instant now, Duration back) {
        return invitations.joined(
                invitation.inviterId(), invitation.campaignId(), now.minus(back), now);
    }

    private void flag(Set<Long> invitees, String flag, Map<String, Object> values, Instant now) {
        Reason reason = words.reason("INVITE_FLAG_" + flag, true, values);
        String why =
                words.keep(
                        InviteWords.STAFF_ONLY, "INVITE_WAITS_FOR_REVIEW", values, List.of(reason));
        invitations.flag(invitees, flag, why, now);
    }
}

package dev.waystation.platform.members.referral.usecase;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.members.referral.InviteRefusal;
import dev.waystation.platform.members.referral.model.Campaign;
import dev.waystation.platform.members.referral.model.InviteLink;
import dev.waystation.platform.members.referral.store.InviteCampaignStore;
import dev.waystation.platform.members.referral.store.InviteLinkStore;
import dev.waystation.platform.members.referral.store.TouchStore;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps that somebody opened a link or typed a code, and under which token they are known. */
@Service
public class FollowLink {

    /**
     * @param visitor the token this browser got before, or null
     * @param memberId whoever is signed in, or null
     */
    public record Command(
            String code, @Nullable String visitor, @Nullable Long memberId, ShownTrace shown) {
        public Command {
            Malformed.require(
                    visitor == null || visitor.matches("[A-Za-z0-9_-]{22}"),
                    "visitor",
                    visitor,
                    "leave it out, or give the one you got before");
        }
    }

    /** Who invites to what. */
    public record Invite(String inviter, Campaign campaign, String code) {}

    /** The token to register with, or why the link leads nowhere. */
    public sealed interface Outcome {
        record Kept(String visitor, Invite invite) implements Outcome {}

        record Refused(InviteRefusal code) implements Outcome {}
    }

    private final InviteLinkStore links;
    private final InviteCampaignStore campaigns;
    private final TouchStore touches;
    private final TouchRoom room;
    private final TraceKeys keys;
    private final InviteDesk desk;

    FollowLink(
            InviteLinkStore links,
            InviteCampaignStore campaigns,
            TouchStore touches,
            TouchRoom room,
            TraceKeys keys,
            InviteDesk desk) {
        this.links = links;
        this.campaigns = campaigns;
        this.touches = touches;
        this.room = room;
        this.keys = keys;
        this.desk = desk;
    }

    /** Who invites, for whoever looks at the link; counts nothing. */
    @Transactional(readOnly = true)
    public Optional<Invite> look(String code) {
        return links.byCode(normal(code))
                .map(link ->
                        new Invite(
                                desk.masked(link.memberId()),
                                campaigns.find(link.campaignId()).orElseThrow(),
                                link.code()));
    }

    @Transactional
    public Outcome handle(Command command) {
        InviteLink link = links.byCode(normal(command.code())).orElse(null);
        if (link == null) {
            return new Outcome.Refused(InviteRefusal.INVITE_CODE_IS_UNKNOWN);
        }
        Campaign campaign = campaigns.find(link.campaignId()).orElseThrow();
        InviteRefusal refusal = refusal(command, link, campaign, desk.now());
        if (refusal != null) {
            return new Outcome.Refused(refusal);
        }
        String visitor = command.visitor() == null ? desk.freshVisitor() : command.visitor();
        touches.add(room.key(visitor), link, keys.of(command.shown()), desk.now());
        return new Outcome.Kept(
                visitor, new Invite(desk.masked(link.memberId()), campaign, link.code()));
    }

    private static @Nullable InviteRefusal refusal(
            Command command, InviteLink link, Campaign campaign, Instant now) {
        if (campaign.state() == Campaign.State.CLOSED || !now.isBefore(campaign.endedAt())) {
            return InviteRefusal.INVITE_CAMPAIGN_IS_CLOSED;
        }
        if (!campaign.runs(now)) {
            return InviteRefusal.INVITE_CAMPAIGN_HAS_NOT_BEGUN;
        }
        if (command.memberId() == null) {
            return null;
        }
        return command.memberId() == link.memberId()
                ? InviteRefusal.INVITE_IS_ONES_OWN
                : InviteRefusal.INVITEE_IS_A_MEMBER_ALREADY;
    }

    /** What people type: with spaces and dashes, in any case. */
    static String normal(String code) {
        return code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }
}

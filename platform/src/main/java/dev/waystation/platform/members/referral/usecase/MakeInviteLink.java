package dev.waystation.platform.members.referral.usecase;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.members.referral.InviteRefusal;
import dev.waystation.platform.members.referral.model.Campaign;
import dev.waystation.platform.members.referral.model.InviteLink;
import dev.waystation.platform.members.referral.model.Trace;
import dev.waystation.platform.members.referral.store.InviteCampaignStore;
import dev.waystation.platform.members.referral.store.InviteLinkStore;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives a member a link for a channel; asked again, the same one. */
@Service
public class MakeInviteLink {

    public static final Set<String> CHANNELS = Set.of("link", "wechat", "sms", "poster", "code");

    /** {@code campaignId} null for the one that runs. */
    public record Command(
            long memberId, @Nullable Long campaignId, String channel, ShownTrace shown) {
        public Command {
            Malformed.require(
                    CHANNELS.contains(channel), "channel", channel, "give one of " + CHANNELS);
        }
    }

    /** The link, or why there is none. */
    public sealed interface Outcome {
        record Made(InviteLink link) implements Outcome {}

        record Refused(InviteRefusal code) implements Outcome {}
    }

    private final InviteCampaignStore campaigns;
    private final InviteLinkStore links;
    private final TraceKeys keys;
    private final WatchSignals watch;
    private final InviteDesk desk;

    MakeInviteLink(
            InviteCampaignStore campaigns,
            InviteLinkStore links,
            TraceKeys keys,
            WatchSignals watch,
            InviteDesk desk) {
        this.campaigns = campaigns;
        this.links = links;
        this.keys = keys;
        this.watch = watch;
        this.desk = desk;
    }

    @Transactional
    public Outcome handle(Command command) {
        Instant now = desk.now();
        Optional<Campaign> found =
                command.campaignId() == null
                        ? campaigns.running(now)
                        : campaigns.find(command.campaignId());
        if (found.isEmpty() || !found.get().runs(now)) {
            return new Outcome.Refused(InviteRefusal.INVITE_CAMPAIGN_IS_CLOSED);
        }
        Campaign campaign = found.get();
        Trace trace = keys.of(command.shown());
        InviteLink link = link(command, campaign, now);
        watch.trace(command.memberId(), campaign.id(), campaign.terms().limits(), trace, now);
        return new Outcome.Made(link);
    }

    private InviteLink link(Command command, Campaign campaign, Instant now) {
        while (true) {
            Optional<InviteLink> known =
                    links.ofMember(command.memberId(), campaign.id()).stream()
                            .filter(each -> each.channel().equals(command.channel()))
                            .findFirst();
            if (known.isPresent()) {
                return known.get();
            }
            links.add(
                    new InviteLink(
                            command.memberId(), campaign.id(), command.channel(), desk.freshCode()),
                    now);
        }
    }
}

package dev.waystation.platform.members.referral.usecase;

import dev.waystation.platform.members.referral.model.Campaign;
import dev.waystation.platform.members.referral.model.ChainStep;
import dev.waystation.platform.members.referral.model.Cluster;
import dev.waystation.platform.members.referral.model.Funnel;
import dev.waystation.platform.members.referral.model.Invitation;
import dev.waystation.platform.members.referral.model.WaitingLine;
import dev.waystation.platform.members.referral.store.ChainReads;
import dev.waystation.platform.members.referral.store.ClusterReads;
import dev.waystation.platform.members.referral.store.InviteCampaignStore;
import dev.waystation.platform.members.referral.store.InviteReads;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Campaigns, chains, clusters and the review queue, for staff. */
@Service
@Transactional(readOnly = true)
public class ShowInvitations {

    /** A campaign with its figures. */
    public record Row(Campaign campaign, Funnel funnel) {}

    /** A member of a chain with the name others see. */
    public record Person(long memberId, String masked) {}

    /** A chain from one member: upwards to the root, downwards to a depth. */
    public record Chain(Person root, List<Person> above, List<Below> below) {}

    /** Somebody below. */
    public record Below(ChainStep link, String masked) {}

    /** An invitation in the queue with both names. */
    public record Queued(WaitingLine waiting, String inviter, String invitee) {}

    private final InviteCampaignStore campaigns;
    private final InviteReads reads;
    private final ChainReads chains;
    private final ClusterReads clusters;
    private final InviteRoom room;

    ShowInvitations(
            InviteCampaignStore campaigns,
            InviteReads reads,
            ChainReads chains,
            ClusterReads clusters,
            InviteRoom room) {
        this.campaigns = campaigns;
        this.reads = reads;
        this.chains = chains;
        this.clusters = clusters;
        this.room = room;
    }

    public List<Row> campaigns() {
        return campaigns.all().stream()
                .map(each -> new Row(each, reads.funnel(each.id())))
                .toList();
    }

    public Optional<Row> campaign(long id) {
        return campaigns.find(id).map(each -> new Row(each, reads.funnel(id)));
    }

    public Chain chain(long memberId, int depth) {
        return new Chain(
                person(memberId),
                chains.above(memberId).stream().map(this::person).toList(),
                chains.below(memberId, depth).stream()
                        .map(each -> new Below(each, room.masked(each.memberId())))
                        .toList());
    }

    public List<Cluster> clusters(long campaignId) {
        return clusters.flagged(campaignId);
    }

    public List<Queued> queue(Invitation.Review review, @Nullable Long campaignId) {
        return reads.queue(review, campaignId).stream()
                .map(each ->
                        new Queued(
                                each,
                                room.masked(each.line().invitation().inviterId()),
                                room.masked(each.line().invitation().inviteeId())))
                .toList();
    }

    private Person person(long memberId) {
        return new Person(memberId, room.masked(memberId));
    }
}

package dev.waystation.platform.members.referral.usecase;

import dev.waystation.platform.members.referral.model.Campaign;
import dev.waystation.platform.members.referral.model.Invitation;
import dev.waystation.platform.members.referral.model.InviteLine;
import dev.waystation.platform.members.referral.model.InviteLink;
import dev.waystation.platform.members.referral.model.Milestone;
import dev.waystation.platform.members.referral.store.BoardStore;
import dev.waystation.platform.members.referral.store.InviteLinkStore;
import dev.waystation.platform.members.referral.store.InviteMilestoneStore;
import dev.waystation.platform.members.referral.store.InviteReads;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A member's invitations: links, how far it is to the next prize, whom they brought. */
@Service
@Transactional(readOnly = true)
public class ShowMyInvites {

    /** A prize, and since when it is won. */
    public record Goal(Milestone milestone, @Nullable Instant reachedAt, @Nullable String why) {}

    /** Points still promised and points that came true. */
    public record Sums(long held, long earned) {}

    /** What a member's page shows. */
    public record Mine(
            Campaign campaign,
            List<InviteLink> links,
            int confirmed,
            int waiting,
            Sums sums,
            List<Goal> goals,
            int place) {}

    /** Somebody the member brought. */
    public record Brought(InviteLine line, String masked) {}

    private final InviteLinkStore links;
    private final InviteReads reads;
    private final InviteMilestoneStore milestones;
    private final BoardStore board;
    private final InviteRoom room;

    ShowMyInvites(
            InviteLinkStore links,
            InviteReads reads,
            InviteMilestoneStore milestones,
            BoardStore board,
            InviteRoom room) {
        this.links = links;
        this.reads = reads;
        this.milestones = milestones;
        this.board = board;
        this.room = room;
    }

    /** Of the campaign asked for or the one that runs; empty when there is none. */
    public Optional<Mine> handle(long memberId, @Nullable Long campaignId) {
        return room.campaign(campaignId).map(campaign -> mine(memberId, campaign));
    }

    public List<Brought> brought(long memberId, @Nullable Long campaignId) {
        return room.campaign(campaignId).stream()
                .flatMap(campaign -> reads.ofInviter(memberId, campaign.id()).stream())
                .map(line -> new Brought(line, room.masked(line.invitation().inviteeId())))
                .toList();
    }

    private Mine mine(long memberId, Campaign campaign) {
        List<InviteLine> lines = reads.ofInviter(memberId, campaign.id());
        List<InviteMilestoneStore.Reached> reached = milestones.ofMember(memberId, campaign.id());
        return new Mine(
                campaign,
                links.ofMember(memberId, campaign.id()),
                count(lines, Invitation.State.CONFIRMED),
                count(lines, Invitation.State.WAITING),
                new Sums(
                        lines.stream().mapToLong(InviteLine::held).sum(),
                        lines.stream().mapToLong(InviteLine::earned).sum()),
                campaign.terms().milestones().stream()
                        .sorted(java.util.Comparator.comparingInt(Milestone::invites))
                        .map(each -> goal(each, reached))
                        .toList(),
                board.placeOf(campaign.id(), memberId));
    }

    private static Goal goal(Milestone each, List<InviteMilestoneStore.Reached> reached) {
        return reached.stream()
                .filter(one -> one.invites() == each.invites())
                .findFirst()
                .map(one -> new Goal(each, one.at(), one.explanationId()))
                .orElseGet(() -> new Goal(each, null, null));
    }

    private static int count(List<InviteLine> lines, Invitation.State state) {
        return (int) lines.stream().filter(each -> each.invitation().state() == state).count();
    }
}

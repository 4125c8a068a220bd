package dev.waystation.platform.members.referral.web;

import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.referral.model.Campaign;
import dev.waystation.platform.members.referral.model.Invitation;
import dev.waystation.platform.members.referral.model.InviteLink;
import dev.waystation.platform.members.referral.model.Reward;
import dev.waystation.platform.members.referral.model.Terms;
import dev.waystation.platform.members.referral.usecase.ShowInviteBoard;
import dev.waystation.platform.members.referral.usecase.ShowMyInvites;
import dev.waystation.platform.members.referral.usecase.ShowWhoInvitedMe;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Invitations as members see them. */
final class InviteViews {

    record LinkView(String channel, String code, String path) {}

    record GoalView(int invites, Said prize, @Nullable Instant reachedAt, @Nullable String why) {}

    record RewardView(String stage, long points, String state, Instant at, String why) {}

    record InviteCampaignView(
            String id, Said name, Instant startsAt, Instant endsAt, Terms.Rewards rewards) {}

    /** {@code campaign} null while none runs. */
    record MineView(
            @Nullable InviteCampaignView campaign,
            List<LinkView> links,
            int confirmed,
            int waiting,
            long heldPoints,
            long earnedPoints,
            int place,
            List<GoalView> goals) {}

    record InviteeView(
            String name,
            String state,
            boolean inReview,
            String channel,
            Instant joinedAt,
            boolean ordered,
            boolean travelled,
            long heldPoints,
            long earnedPoints,
            String why) {}

    record PlaceView(
            int place,
            String name,
            int invites,
            Instant reachedAt,
            boolean me,
            @Nullable String memberId) {}

    record BoardView(
            Said campaign, boolean frozen, @Nullable Instant frozenAt, List<PlaceView> places) {}

    /** {@code inviter} null for members who came alone. */
    record CameView(
            @Nullable String inviter,
            @Nullable String state,
            @Nullable Instant joinedAt,
            @Nullable String why,
            List<RewardView> rewards) {}

    private InviteViews() {}

    static @Nullable Long id(@Nullable String campaign) {
        return campaign == null ? null : PublicId.decode(InviteProblems.CAMPAIGN, campaign);
    }

    static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static LinkView link(InviteLink made) {
        return new LinkView(made.channel(), made.code(), "/app/invite/" + made.code());
    }

    static MineView mine(ShowMyInvites.@Nullable Mine mine) {
        if (mine == null) {
            return new MineView(null, List.of(), 0, 0, 0, 0, 0, List.of());
        }
        Campaign campaign = mine.campaign();
        return new MineView(
                new InviteCampaignView(
                        PublicId.encode(InviteProblems.CAMPAIGN, campaign.id()),
                        campaign.terms().name(),
                        campaign.terms().startsAt(),
                        campaign.endedAt(),
                        campaign.terms().rewards()),
                mine.links().stream().map(InviteViews::link).toList(),
                mine.confirmed(),
                mine.waiting(),
                mine.sums().held(),
                mine.sums().earned(),
                mine.place(),
                mine.goals().stream()
                        .map(each ->
                                new GoalView(
                                        each.milestone().invites(),
                                        each.milestone().name(),
                                        each.reachedAt(),
                                        each.why()))
                        .toList());
    }

    static InviteeView invitee(ShowMyInvites.Brought brought) {
        Invitation each = brought.line().invitation();
        return new InviteeView(
                brought.masked(),
                code(each.state()),
                each.review() == Invitation.Review.OPEN,
                each.channel(),
                each.joinedAt(),
                each.steps().firstOrder() != null,
                each.steps().travelledAt() != null,
                brought.line().held(),
                brought.line().earned(),
                each.whys().inviter());
    }

    static BoardView board(ShowInviteBoard.Board board, long me, boolean withIds) {
        return new BoardView(
                board.campaign().terms().name(),
                board.frozen(),
                board.campaign().closedAt(),
                board.places().stream()
                        .map(each ->
                                new PlaceView(
                                        each.place().place(),
                                        each.masked(),
                                        each.place().invites(),
                                        each.place().reachedAt(),
                                        each.place().memberId() == me,
                                        withIds
                                                ? PublicId.encode(
                                                        InviteProblems.MEMBER,
                                                        each.place().memberId())
                                                : null))
                        .toList());
    }

    static CameView came(ShowWhoInvitedMe.@Nullable Came came) {
        return came == null
                ? new CameView(null, null, null, null, List.of())
                : new CameView(
                        came.inviter(),
                        code(came.invitation().state()),
                        came.invitation().joinedAt(),
                        came.invitation().whys().invitee(),
                        came.rewards().stream().map(InviteViews::reward).toList());
    }

    static RewardView reward(Reward each) {
        return new RewardView(
                code(each.stage()),
                each.points(),
                code(each.state()),
                each.settledAt() == null ? each.heldAt() : each.settledAt(),
                each.explanationId());
    }
}

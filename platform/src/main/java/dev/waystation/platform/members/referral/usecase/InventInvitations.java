package dev.waystation.platform.members.referral.usecase;

import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.referral.SeedReferral;
import dev.waystation.platform.members.referral.model.InviteLink;
import dev.waystation.platform.members.referral.model.Milestone;
import dev.waystation.platform.members.referral.model.Terms;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The running campaign of the sample world, told from the past by the use cases that a real one
 * goes through: some friends bring friends of their own, and one inviter plays seven people.
 */
@Service
class InventInvitations implements SeedReferral {

    private static final List<Integer> WHOSE =
            List.of(0, 1, 0, 2, 0, 3, 1, 0, 4, 2, 5, 1, 0, 6, 3, 7);
    private static final List<String> CHANNELS =
            List.of("wechat", "link", "poster", "wechat", "sms");
    private static final int LOOKERS = 3;
    private static final int PUPPETS = 6;
    private static final int CHAIN_FROM = 16;

    private final WriteInviteCampaign write;
    private final MoveInviteCampaign move;
    private final SampleVisits visits;
    private final FollowNewcomer follow;
    private final Clock clock;

    InventInvitations(
            WriteInviteCampaign write,
            MoveInviteCampaign move,
            SampleVisits visits,
            FollowNewcomer follow,
            Clock clock) {
        this.write = write;
        this.move = move;
        this.visits = visits;
        this.follow = follow;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void seed(long couponCampaign, List<Joined> inviters, List<Joined> newcomers) {
        long campaign = write.draft(terms(couponCampaign), "sample").id();
        move.publish(campaign);
        List<Long> brought = new ArrayList<>();
        int friends = newcomers.size() - PUPPETS;
        for (int i = 0; i < newcomers.size(); i++) {
            Joined one = newcomers.get(i);
            boolean puppet = i >= friends;
            long inviter =
                    puppet
                            ? inviters.getLast().memberId()
                            : i % 6 == 5 && i >= CHAIN_FROM
                                    ? brought.get(i - CHAIN_FROM)
                                    : inviters.get(WHOSE.get(i % WHOSE.size())).memberId();
            String channel = CHANNELS.get(i % CHANNELS.size());
            InviteLink link = visits.link(inviter, campaign, channel, one.at());
            for (int looker = 0; looker < i % LOOKERS; looker++) {
                visits.look(link, one.at(), "looker " + i + " " + looker);
            }
            visits.join(link, one, puppet ? "one device" : "device " + i);
            brought.add(one.memberId());
            goOn(one, i, puppet || WHOSE.get(i % WHOSE.size()) == 0);
        }
    }

    /** Most buy, many travel, one gives the ticket back. */
    private void goOn(Joined one, int i, boolean keen) {
        long order = Long.MAX_VALUE / 2 + i;
        Instant bought = one.at().plus(Duration.ofHours(20));
        Instant travelled = one.at().plus(Duration.ofDays(3));
        Instant now = clock.instant();
        if (bought.isBefore(now) && (keen || i % 4 != 3)) {
            follow.bought(one.memberId(), order, order, bought);
            if (i == 9) {
                follow.refunded(one.memberId(), order, bought.plusSeconds(7_200));
            } else if (travelled.isBefore(now) && (keen || i % 4 != 2)) {
                follow.travelled(one.memberId(), travelled);
            }
        }
    }

    private Terms terms(long couponCampaign) {
        Instant now = clock.instant();
        return new Terms(
                new Said("邀好友，同出行", "Bring a friend along"),
                now.minus(Duration.ofDays(45)),
                now.plus(Duration.ofDays(45)),
                30,
                new Terms.Rewards(1_000, 1_000, 500, 500),
                new Terms.Caps(20, 50),
                List.of(
                        new Milestone(
                                3,
                                Milestone.Kind.COUPON,
                                PublicId.encode("cmp", couponCampaign),
                                0,
                                new Said("一张免票券", "a free ticket")),
                        new Milestone(
                                10,
                                Milestone.Kind.TIER,
                                "main:gold",
                                180,
                                new Said("金卡半年", "half a year of Gold"))),
                new Terms.Limits(3, 4, 4, 6, 6, 6, 15));
    }
}

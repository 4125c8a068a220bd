package dev.waystation.platform.members.referral.model;

import dev.waystation.platform.foundation.edge.Said;
import java.util.List;

/**
 * What inviting brings, without dates.
 *
 * @param running whether anybody can invite now
 * @param milestones those that give a tier; coupons are chosen campaign by campaign
 */
public record InvitePlan(
        boolean running,
        Said name,
        int windowDays,
        Terms.Rewards rewards,
        Terms.Caps caps,
        List<Milestone> milestones) {

    public static final InvitePlan NONE =
            new InvitePlan(
                    false,
                    new Said("未开放邀请", "no invitations"),
                    1,
                    new Terms.Rewards(0, 0, 0, 0),
                    new Terms.Caps(1, 1),
                    List.of());

    public InvitePlan {
        milestones = List.copyOf(milestones);
    }

    public static InvitePlan of(Terms terms) {
        return new InvitePlan(
                true,
                terms.name(),
                terms.windowDays(),
                terms.rewards(),
                terms.caps(),
                terms.milestones().stream()
                        .filter(each -> each.kind() == Milestone.Kind.TIER)
                        .toList());
    }
}

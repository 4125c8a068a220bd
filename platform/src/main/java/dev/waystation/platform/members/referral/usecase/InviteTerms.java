package dev.waystation.platform.members.referral.usecase;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.settings.RuleLine;
import dev.waystation.platform.foundation.settings.RuleSet;
import dev.waystation.platform.members.referral.model.Campaign;
import dev.waystation.platform.members.referral.model.InvitePlan;
import dev.waystation.platform.members.referral.model.Milestone;
import dev.waystation.platform.members.referral.model.Terms;
import dev.waystation.platform.members.referral.store.InviteCampaignStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What inviting brings as one value. The campaign that runs is revised, so that invitations that
 * are under way keep what they were promised; where none runs one is opened for a year.
 */
@Component
class InviteTerms implements RuleSet<InvitePlan> {

    private static final Duration YEAR = Duration.ofDays(365);

    private final InviteCampaignStore campaigns;
    private final WriteInviteCampaign write;
    private final MoveInviteCampaign move;
    private final Clock clock;

    InviteTerms(
            InviteCampaignStore campaigns,
            WriteInviteCampaign write,
            MoveInviteCampaign move,
            Clock clock) {
        this.campaigns = campaigns;
        this.write = write;
        this.move = move;
        this.clock = clock;
    }

    @Override
    public String code() {
        return "invitations";
    }

    @Override
    public Said name() {
        return new Said("邀请好友", "Invitations");
    }

    @Override
    public Class<InvitePlan> shape() {
        return InvitePlan.class;
    }

    @Override
    public InvitePlan now() {
        return running().map(each -> InvitePlan.of(each.terms())).orElse(InvitePlan.NONE);
    }

    @Override
    public void put(InvitePlan wanted, String by) {
        Optional<Campaign> running = running();
        if (!wanted.running()) {
            running.ifPresent(each -> move.close(each.id()));
        } else if (running.isPresent()) {
            Campaign now = running.get();
            write.revise(now.id(), now.version(), terms(wanted, now.terms()), by);
        } else {
            Instant from = clock.instant();
            move.publish(write.draft(terms(wanted, from, from.plus(YEAR), List.of()), by).id());
        }
    }

    @Override
    public List<RuleLine> lines(InvitePlan plan) {
        if (!plan.running()) {
            return List.of();
        }
        Terms.Rewards rewards = plan.rewards();
        List<RuleLine> lines = new ArrayList<>();
        lines.add(new RuleLine("name", new Said("活动", "campaign"), plan.name()));
        lines.add(
                stage(
                        "signUp",
                        new Said("好友注册", "when the friend joins"),
                        rewards.inviterSignUp(),
                        rewards.inviteeSignUp()));
        lines.add(
                stage(
                        "order",
                        new Said("好友首单", "at the friend's first order"),
                        rewards.inviterOrder(),
                        rewards.inviteeOrder()));
        lines.add(
                RuleLine.number(
                        "windowDays",
                        "点链接后有效",
                        "a link counts for",
                        plan.windowDays(),
                        "天",
                        "days"));
        lines.add(
                new RuleLine(
                        "caps",
                        new Said("邀请上限", "invitations that count"),
                        new Said(
                                "每月 %,d 人，累计 %,d 人"
                                        .formatted(plan.caps().perMonth(), plan.caps().inAll()),
                                "%,d a month, %,d in all"
                                        .formatted(plan.caps().perMonth(), plan.caps().inAll()))));
        plan.milestones()
                .forEach(each ->
                        lines.add(
                                new RuleLine(
                                        "milestone-" + each.invites(),
                                        new Said(
                                                "邀请满 %d 人".formatted(each.invites()),
                                                "after %d friends".formatted(each.invites())),
                                        each.name())));
        return lines;
    }

    private static RuleLine stage(String key, Said when, long inviter, long invitee) {
        return new RuleLine(
                key,
                when,
                new Said(
                        "邀请人 %,d 分，好友 %,d 分".formatted(inviter, invitee),
                        "%,d points for the inviter, %,d for the friend"
                                .formatted(inviter, invitee)));
    }

    private Optional<Campaign> running() {
        return campaigns.running(clock.instant());
    }

    private static Terms terms(InvitePlan plan, Terms now) {
        List<Milestone> coupons =
                now.milestones().stream()
                        .filter(each -> each.kind() == Milestone.Kind.COUPON)
                        .filter(each ->
                                plan.milestones().stream()
                                        .noneMatch(other -> other.invites() == each.invites()))
                        .toList();
        return terms(plan, now.startsAt(), now.endsAt(), coupons);
    }

    private static Terms terms(InvitePlan plan, Instant from, Instant to, List<Milestone> coupons) {
        return new Terms(
                plan.name(),
                from,
                to,
                plan.windowDays(),
                plan.rewards(),
                plan.caps(),
                Stream.concat(coupons.stream(), plan.milestones().stream()).toList(),
                Terms.Limits.USUAL);
    }
}

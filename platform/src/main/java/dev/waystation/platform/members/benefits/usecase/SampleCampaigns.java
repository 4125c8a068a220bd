package dev.waystation.platform.members.benefits.usecase;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.benefits.Claim;
import dev.waystation.platform.members.benefits.Claims;
import dev.waystation.platform.members.benefits.Entitlements;
import dev.waystation.platform.members.benefits.SeedBenefits;
import dev.waystation.platform.members.benefits.model.Campaign;
import dev.waystation.platform.members.benefits.model.Reward;
import dev.waystation.platform.members.benefits.model.StackRules;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The campaigns of the sample world. */
@Service
class SampleCampaigns implements SeedBenefits {

    private static final int DAYS = 60;

    private final DraftCampaign drafts;
    private final Claims claims;
    private final Entitlements entitlements;
    private final ShowRewards rewards;
    private final DecideStacking stacking;
    private final Clock clock;

    SampleCampaigns(
            DraftCampaign drafts,
            Claims claims,
            Entitlements entitlements,
            ShowRewards rewards,
            DecideStacking stacking,
            Clock clock) {
        this.drafts = drafts;
        this.claims = claims;
        this.entitlements = entitlements;
        this.rewards = rewards;
        this.stacking = stacking;
        this.clock = clock;
    }

    @Override
    public void seed(List<Long> members) {
        stacking.decide(goTogether(), "Waystation");
        long twenty =
                live(
                        "order",
                        new Said("暖冬出行满 100 减 20", "Warm winter: 20 off from 100"),
                        Campaign.Kind.PERSONAL,
                        new Campaign.Worth("AMOUNT", 2_000, 0, 10_000, "CNY"),
                        Map.of(),
                        new Campaign.Limits(null, null, null, 5_000L, 1),
                        "");
        live(
                "share",
                new Said("学生九折", "Ten percent off for students"),
                Campaign.Kind.PERSONAL,
                new Campaign.Worth("PERCENT", 1_000, 5_000, 0, "CNY"),
                Map.of("student", true),
                new Campaign.Limits(null, null, null, 2_000L, 1),
                "");
        live(
                "order",
                new Said("周末满 60 减 8", "Weekend: 8 off from 60"),
                Campaign.Kind.PERSONAL,
                new Campaign.Worth("AMOUNT", 800, 0, 6_000, "CNY"),
                Map.of(),
                new Campaign.Limits(null, null, null, 3_000L, 1),
                "");
        live(
                "newcomer",
                new Said("新客立减 15", "15 off for everybody"),
                Campaign.Kind.PUBLIC,
                new Campaign.Worth("AMOUNT", 1_500, 0, 5_000, "CNY"),
                Map.of(),
                new Campaign.Limits(1_000L, 100L, 1, null, 1),
                "WINTER15");
        claims.claimAll(
                members.stream()
                        .map(each -> new Claim(reference(each), each, twenty, Claim.OWN_HAND))
                        .toList());
        members.forEach(each -> entitlements.givePack(each, "newcomer", "once"));
        reward("驿站保温杯", "Waystation flask", 8_900, 0, 10_000, 120);
        reward("贵宾候车室次卡", "A lounge visit", 6_000, 5_000, 10_000, 60);
        reward("乐园快速通道", "Park fast lane", 12_000, 2_000, 8_000, 200);
    }

    @Override
    public long prize(Said name) {
        return live(
                "order",
                name,
                Campaign.Kind.PERSONAL,
                new Campaign.Worth("PERCENT", 10_000, 20_000, 0, "CNY"),
                Map.of(),
                new Campaign.Limits(null, null, null, null, 1),
                "");
    }

    /** The larger of two amounts off, a share beside it; what greets newcomers stands alone. */
    private static StackRules goTogether() {
        return new StackRules(
                30,
                5,
                1,
                StackRules.Sequence.BY_CATEGORY,
                List.of(
                        new StackRules.Category(
                                "newcomer",
                                new Said("新客券", "For newcomers"),
                                StackRules.Company.EXCLUSIVE,
                                StackRules.Base.REMAINING,
                                1),
                        new StackRules.Category(
                                "order",
                                new Said("满减券", "Amounts off"),
                                StackRules.Company.ORDINARY,
                                StackRules.Base.REMAINING,
                                1),
                        new StackRules.Category(
                                "share",
                                new Said("折扣券", "Shares off"),
                                StackRules.Company.JOINT,
                                StackRules.Base.REMAINING,
                                1)),
                List.of(
                        new StackRules.Group(
                                "order",
                                new Said("满减取大", "Largest amount off"),
                                StackRules.Choice.HIGHEST,
                                StackRules.Scope.ORDER)));
    }

    private long live(
            String category,
            Said name,
            Campaign.Kind kind,
            Campaign.Worth worth,
            Map<String, Object> condition,
            Campaign.Limits limits,
            String code) {
        Instant now = clock.instant();
        Campaign campaign =
                new Campaign(
                        0,
                        name,
                        kind,
                        Campaign.State.LIVE,
                        new Campaign.Stacking(category, category),
                        worth,
                        Set.of("rail"),
                        condition,
                        new Campaign.Window(now, now.plus(Duration.ofDays(DAYS)), 30),
                        limits);
        return switch (drafts.handle(campaign, code)) {
            case DraftCampaign.Outcome.Drafted(Campaign drafted) -> drafted.id();
            case DraftCampaign.Outcome.CodeExists _ -> 0;
        };
    }

    private void reward(String zh, String en, long price, int least, int most, long stock) {
        rewards.add(
                new Reward(0, new Said(zh, en), price, 100, least, most, 10_000, 2, stock, true));
    }

    private static UUID reference(long member) {
        return UUID.nameUUIDFromBytes(("sample coupon " + member).getBytes(StandardCharsets.UTF_8));
    }
}

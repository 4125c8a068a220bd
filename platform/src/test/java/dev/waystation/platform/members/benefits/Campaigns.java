package dev.waystation.platform.members.benefits;

import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.benefits.model.Campaign;
import dev.waystation.platform.members.benefits.usecase.DraftCampaign;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Live campaigns for tests, each with what matters said. */
public record Campaigns(DraftCampaign drafts, Clock clock) {

    private static final AtomicLong MEMBERS = new AtomicLong(7_000_000_000L);

    static long somebody() {
        return MEMBERS.incrementAndGet();
    }

    /** The id of a live campaign without limits. */
    public static String anyLive(DraftCampaign drafts, Clock clock) {
        return PublicId.encode(
                "cmp",
                new Campaigns(drafts, clock)
                        .amountOff(500, Campaign.Kind.PERSONAL, noLimits(), null));
    }

    /** The id of a live campaign that everybody joins by one code. */
    public static String anyWithCode(DraftCampaign drafts, Clock clock, String code) {
        return PublicId.encode(
                "cmp",
                new Campaigns(drafts, clock)
                        .amountOff(500, Campaign.Kind.PUBLIC, noLimits(), code));
    }

    static Campaign.Limits noLimits() {
        return new Campaign.Limits(null, null, null, null, 1);
    }

    static Campaign.Limits total(long total) {
        return new Campaign.Limits(total, null, null, null, 1);
    }

    static Campaign.Limits stock(long stock) {
        return new Campaign.Limits(null, null, null, stock, 1);
    }

    static String freshCode() {
        return "T" + UUID.randomUUID().toString().replace("-", "").substring(0, 14);
    }

    long amountOff(long minor, Campaign.Kind kind, Campaign.Limits limits, @Nullable String code) {
        return live("AMOUNT", minor, kind, limits, code, "c" + UUID.randomUUID());
    }

    long live(
            String effect,
            long value,
            Campaign.Kind kind,
            Campaign.Limits limits,
            @Nullable String code,
            String category) {
        Instant now = clock.instant();
        Campaign draft =
                new Campaign(
                        0,
                        new Said("测试券", "Test coupon"),
                        kind,
                        Campaign.State.LIVE,
                        new Campaign.Stacking(category, category),
                        new Campaign.Worth(effect, value, 0, 0, "CNY"),
                        Set.of(),
                        Map.of(),
                        new Campaign.Window(
                                now.minusSeconds(60), now.plus(Duration.ofDays(400)), null),
                        limits);
        return switch (drafts.handle(draft, code == null ? "" : code)) {
            case DraftCampaign.Outcome.Drafted(Campaign campaign) -> campaign.id();
            case DraftCampaign.Outcome.CodeExists exists ->
                    throw new IllegalStateException(exists.toString());
        };
    }

    static Reservation order(long member, Cart cart, Instant until, String... coupons) {
        return new Reservation(UUID.randomUUID(), member, java.util.List.of(coupons), cart, until);
    }
}

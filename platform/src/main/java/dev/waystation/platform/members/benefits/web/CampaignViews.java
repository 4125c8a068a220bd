package dev.waystation.platform.members.benefits.web;

import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.benefits.model.Campaign;
import dev.waystation.platform.members.benefits.model.CampaignFigures;
import dev.waystation.platform.members.benefits.model.CodeBatch;
import dev.waystation.platform.members.benefits.usecase.ShowCampaigns;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Campaigns as screens show them. */
final class CampaignViews {

    static final String PREFIX = "cmp";
    static final String BATCH = "bat";

    private CampaignViews() {}

    record Worth(String kind, long value, long capMinor, long minimumMinor, String currency) {}

    record Limits(
            @Nullable Long total,
            @Nullable Long perDay,
            @Nullable Integer perMember,
            @Nullable Long claimStock,
            int claimsPerMember) {}

    record CampaignView(
            String id,
            Said name,
            Said offer,
            String kind,
            String state,
            String category,
            String group,
            Worth worth,
            Set<String> products,
            Map<String, Object> condition,
            Instant startsAt,
            Instant endsAt,
            @Nullable Integer useWithinDays,
            Limits limits,
            CampaignFigures figures) {}

    record BatchView(
            String id,
            String pattern,
            long wanted,
            long made,
            long replaced,
            @Nullable Integer maxUses,
            @Nullable Long valueMinor,
            boolean exportable) {}

    record CampaignPage(CampaignView campaign, List<BatchView> batches) {}

    static CampaignView view(ShowCampaigns.Row row) {
        Campaign each = row.campaign();
        return new CampaignView(
                PublicId.encode(PREFIX, each.id()),
                each.name(),
                offer(each),
                code(each.kind()),
                code(each.state()),
                each.stacking().category(),
                each.stacking().group(),
                new Worth(
                        each.worth().kind(),
                        each.worth().value(),
                        each.worth().capMinor(),
                        each.worth().minimumMinor(),
                        each.worth().currency()),
                each.products(),
                each.condition(),
                each.window().startsAt(),
                each.window().endsAt(),
                each.window().useWithinDays(),
                new Limits(
                        each.limits().total(),
                        each.limits().perDay(),
                        each.limits().perMember(),
                        each.limits().claimStock(),
                        each.limits().claimsPerMember()),
                row.figures());
    }

    static CampaignPage page(ShowCampaigns.Detail detail) {
        return new CampaignPage(
                view(detail.row()), detail.batches().stream().map(CampaignViews::batch).toList());
    }

    /** The offer in one breath: 满 100 减 20. */
    static Said offer(Campaign each) {
        Campaign.Worth worth = each.worth();
        String from = yuan(worth.minimumMinor());
        Said off =
                switch (worth.kind()) {
                    case "PERCENT" -> {
                        String share =
                                BigDecimal.valueOf(worth.value(), 2)
                                        .stripTrailingZeros()
                                        .toPlainString();
                        String cap = worth.capMinor() > 0 ? yuan(worth.capMinor()) : "";
                        yield cap.isEmpty()
                                ? new Said("减 " + share + "%", share + "% off")
                                : new Said(
                                        "减 " + share + "%，最多 " + cap + " 元",
                                        share + "% off, up to " + cap + " yuan");
                    }
                    case "VALUE" ->
                            new Said(
                                    "抵 " + yuan(worth.value()) + " 元",
                                    "worth " + yuan(worth.value()) + " yuan");
                    default ->
                            new Said(
                                    "减 " + yuan(worth.value()) + " 元",
                                    yuan(worth.value()) + " yuan off");
                };
        return worth.minimumMinor() == 0
                ? off
                : new Said("满 " + from + " 元" + off.zh(), off.en() + " from " + from + " yuan");
    }

    private static BatchView batch(CodeBatch each) {
        return new BatchView(
                PublicId.encode(BATCH, each.id()),
                each.pattern().pattern(),
                each.wanted(),
                each.made(),
                each.replaced(),
                each.maxUses(),
                each.valueMinor(),
                !each.exported() && each.missing() == 0);
    }

    private static String yuan(long minor) {
        return BigDecimal.valueOf(minor, 2).stripTrailingZeros().toPlainString();
    }

    static String code(Enum<?> each) {
        return each.name().toLowerCase(Locale.ROOT);
    }
}

package dev.waystation.platform.members.benefits.web;

import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.benefits.usecase.TryCampaign;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Campaigns before they are written. */
@RestController
class CampaignTrialPages {

    /** A draft and a cart of somebody, or of nobody in particular. */
    record TrialWish(
            CampaignController.CampaignDraft draft,
            CartViews.CartBody cart,
            @Nullable String memberId) {}

    /**
     * A running campaign for the same products at the same time.
     *
     * @param together whether both count on the cart
     * @param counts the one that counts when only one does
     */
    record MetCampaign(
            String id,
            Said name,
            Said offer,
            boolean together,
            long payMinor,
            @Nullable Said counts) {}

    /**
     * What the draft would do.
     *
     * @param offer as the member reads it
     * @param uses null without a limit
     * @param eachMinor the most one takes off, null without a cap
     * @param ceilingMinor the most it can ever cost, null when nothing bounds it
     */
    record CampaignTrial(
            Said offer,
            CartViews.CartPrice price,
            List<MetCampaign> meetings,
            @Nullable Long uses,
            @Nullable Long eachMinor,
            @Nullable Long ceilingMinor) {}

    private final TryCampaign tries;

    CampaignTrialPages(TryCampaign tries) {
        this.tries = tries;
    }

    /** Tries a draft on a cart; writes nothing. */
    @PostMapping("/v1/coupon-campaigns:try")
    @Permission("coupons.read")
    CampaignTrial tryDraft(@RequestBody TrialWish wish) {
        var draft = CampaignController.campaign(wish.draft());
        TryCampaign.Trial trial =
                tries.handle(
                        draft,
                        wish.cart().cart(),
                        wish.memberId() == null ? 0 : PublicId.decode("mbr", wish.memberId()));
        return new CampaignTrial(
                CampaignViews.offer(draft),
                CartViews.price(trial.answer()),
                trial.meetings().stream().map(CampaignTrialPages::met).toList(),
                trial.ceiling().uses(),
                trial.ceiling().eachMinor(),
                trial.ceiling().minor());
    }

    private static MetCampaign met(TryCampaign.Meeting each) {
        return new MetCampaign(
                PublicId.encode(CampaignViews.PREFIX, each.other().id()),
                each.other().name(),
                CampaignViews.offer(each.other()),
                each.together(),
                each.payMinor(),
                each.left());
    }
}

package dev.waystation.platform.members.benefits.usecase;

import dev.waystation.platform.members.benefits.model.Campaign;
import dev.waystation.platform.members.benefits.store.CouponCampaignStore;
import dev.waystation.platform.members.benefits.store.CouponCodeStore;
import dev.waystation.platform.members.benefits.store.CouponLimitStore;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes a campaign down, with the limit it has and the code that everybody uses, if it has one.
 */
@Service
public class DraftCampaign {

    private final CouponCampaignStore campaigns;
    private final CouponLimitStore limits;
    private final CouponCodeStore codes;
    private final BatchTools tools;
    private final Clock clock;

    DraftCampaign(
            CouponCampaignStore campaigns,
            CouponLimitStore limits,
            CouponCodeStore codes,
            BatchTools tools,
            Clock clock) {
        this.campaigns = campaigns;
        this.limits = limits;
        this.codes = codes;
        this.tools = tools;
        this.clock = clock;
    }

    /** The answer. */
    public sealed interface Outcome {
        record Drafted(Campaign campaign) implements Outcome {}

        record CodeExists(String code) implements Outcome {}
    }

    /**
     * @param publicCode the code of a public campaign, blank for others
     */
    @Transactional
    public Outcome handle(Campaign draft, String publicCode) {
        long id = campaigns.create(draft, clock.instant());
        if (draft.limits().total() != null) {
            limits.open(id, CouponLimitStore.ALL_DAYS, draft.limits().total());
        }
        if (!publicCode.isBlank()
                && codes.keep(id, 0, null, null, List.of(tools.fresh(publicCode))) == 0) {
            org.springframework.transaction.interceptor.TransactionAspectSupport
                    .currentTransactionStatus()
                    .setRollbackOnly();
            return new Outcome.CodeExists(publicCode);
        }
        return new Outcome.Drafted(campaigns.find(id).orElseThrow());
    }
}

package dev.waystation.platform.members.benefits.usecase;

import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.members.benefits.facts.CouponClaimed;
import dev.waystation.platform.members.benefits.model.Campaign;
import dev.waystation.platform.members.benefits.model.Grant;
import dev.waystation.platform.members.benefits.model.Stock;
import dev.waystation.platform.members.benefits.store.CouponCampaignStore;
import dev.waystation.platform.members.benefits.store.CouponGrantStore;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes a batch of claims durable: coupons and facts in one transaction. */
@Service
class ClaimJournal implements ClaimDesk.Journal {

    private final CouponCampaignStore campaigns;
    private final CouponGrantStore grants;
    private final FactLog facts;
    private final TransactionTemplate transaction;

    ClaimJournal(
            CouponCampaignStore campaigns,
            CouponGrantStore grants,
            FactLog facts,
            PlatformTransactionManager transactions) {
        this.campaigns = campaigns;
        this.grants = grants;
        this.facts = facts;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Map<Long, Campaign> terms(Collection<Long> ids) {
        return campaigns.byIds(ids);
    }

    @Override
    public Stock load(long campaign) {
        return grants.load(campaign);
    }

    @Override
    public List<Grant> past(Collection<Long> ofCampaigns, Collection<Long> ofMembers) {
        return grants.past(ofCampaigns, ofMembers);
    }

    @Override
    public void append(List<Grant> batch) {
        transaction.executeWithoutResult(_ -> {
            grants.append(batch);
            facts.append(
                    batch.stream()
                            .map(each ->
                                    new CouponClaimed(
                                            each.memberId(),
                                            each.campaignId(),
                                            each.sequence(),
                                            each.expiresAt(),
                                            each.claimedAt()))
                            .toList());
        });
    }
}

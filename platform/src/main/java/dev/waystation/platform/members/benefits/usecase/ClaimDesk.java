package dev.waystation.platform.members.benefits.usecase;

import dev.waystation.lane.Desk;
import dev.waystation.lane.LaneFenced;
import dev.waystation.platform.members.benefits.Claim;
import dev.waystation.platform.members.benefits.ClaimOutcome;
import dev.waystation.platform.members.benefits.CouponRefusal;
import dev.waystation.platform.members.benefits.model.Campaign;
import dev.waystation.platform.members.benefits.model.Grant;
import dev.waystation.platform.members.benefits.model.Stock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;

/**
 * Decides claims on stocks it keeps in memory; what it hands out is journalled as one batch.
 * Exactly the stock leaves, and nobody gets more than their share, because one writer counts both
 * and the journal's keys refuse a second one.
 */
public final class ClaimDesk implements Desk<Claim, ClaimOutcome> {

    /** What the desk reads and writes. */
    public interface Journal {
        Map<Long, Campaign> terms(Collection<Long> campaigns);

        Stock load(long campaign);

        List<Grant> past(Collection<Long> campaigns, Collection<Long> members);

        /** In one transaction. */
        void append(List<Grant> grants);
    }

    /** How long a no is given without asking the lane; a raised stock is seen after it at last. */
    private static final Duration SURE_FOR = Duration.ofSeconds(1);

    /** A stock that is empty and durably so. */
    private record Emptied(Stock stock, Instant until, ClaimOutcome no, int perMember) {}

    private record Holder(long campaignId, long memberId) {}

    private final Journal journal;
    private final Clock clock;
    private final Map<Long, Stock> stocks = new HashMap<>();
    private final Map<Holder, List<Grant>> past = new HashMap<>();
    private final List<Grant> handedOut = new ArrayList<>();
    private final Map<Long, ClaimOutcome> foundEmpty = new HashMap<>();
    private final Map<Long, Emptied> emptied = new ConcurrentHashMap<>();
    private Map<Long, Campaign> terms = Map.of();
    private Instant now = Instant.EPOCH;

    public ClaimDesk(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * The answer without a turn on the lane, when it is surely no: the stock is empty, durably, and
     * the member has none of it, or has theirs under another reference. Called by any thread.
     */
    public @Nullable ClaimOutcome surelyNot(Claim claim) {
        Emptied empty = emptied.get(claim.campaignId());
        if (empty == null || !clock.instant().isBefore(empty.until())) {
            return null;
        }
        int has = empty.stock().of(claim.memberId());
        if (has == 0) {
            return empty.no();
        }
        return empty.perMember() == 1
                        && has == 1
                        && !empty.stock().mayBeOf(claim.memberId(), claim.reference())
                ? new ClaimOutcome.Refused(CouponRefusal.CLAIM_LIMIT_IS_REACHED, 1)
                : null;
    }

    @Override
    public void prepare(List<Claim> claims) {
        past.clear();
        handedOut.clear();
        foundEmpty.clear();
        now = clock.instant();
        Set<Long> campaigns = new HashSet<>();
        claims.forEach(claim -> campaigns.add(claim.campaignId()));
        terms = journal.terms(campaigns);
        for (long campaign : terms.keySet()) {
            stocks.computeIfAbsent(campaign, journal::load);
        }
        // Only who has one already can be repeating a claim: the others need no look at the
        // journal.
        List<Long> ofCampaigns = new ArrayList<>();
        List<Long> ofMembers = new ArrayList<>();
        for (Claim claim : new HashSet<>(claims)) {
            Stock stock = stocks.get(claim.campaignId());
            if (stock != null && stock.of(claim.memberId()) > 0) {
                ofCampaigns.add(claim.campaignId());
                ofMembers.add(claim.memberId());
            }
        }
        if (!ofMembers.isEmpty()) {
            Set<Grant> known = new HashSet<>(journal.past(ofCampaigns, ofMembers));
            known.forEach(this::remember);
        }
    }

    @Override
    public ClaimOutcome decide(Claim claim) {
        Campaign campaign = terms.get(claim.campaignId());
        if (campaign == null) {
            return new ClaimOutcome.Refused(CouponRefusal.CAMPAIGN_NOT_FOUND, 0);
        }
        Grant before = before(claim);
        if (before != null) {
            return answer(before, true);
        }
        if (campaign.state() != Campaign.State.LIVE) {
            return refused(campaign, CouponRefusal.CAMPAIGN_IS_NOT_LIVE);
        }
        if (campaign.window().startsAt().isAfter(now)) {
            return refused(campaign, CouponRefusal.COUPON_NOT_YET_VALID);
        }
        if (!campaign.window().endsAt().isAfter(now)) {
            return refused(campaign, CouponRefusal.COUPON_HAS_EXPIRED);
        }
        Stock stock = Objects.requireNonNull(stocks.get(claim.campaignId()));
        Long limit = campaign.limits().claimStock();
        boolean ownHand = claim.source().equals(Claim.OWN_HAND);
        if (ownHand && stock.of(claim.memberId()) >= campaign.limits().claimsPerMember()) {
            return refused(campaign, CouponRefusal.CLAIM_LIMIT_IS_REACHED);
        }
        if (stock.isEmpty(limit) || (ownHand && limit == null)) {
            ClaimOutcome no = refused(campaign, CouponRefusal.CLAIM_STOCK_IS_EMPTY);
            if (limit != null) {
                foundEmpty.put(campaign.id(), no);
            }
            return no;
        }
        long sequence = stock.take(claim.memberId(), claim.reference());
        Grant grant =
                new Grant(
                        claim.campaignId(),
                        sequence,
                        claim.memberId(),
                        stock.of(claim.memberId()),
                        claim.reference(),
                        claim.source(),
                        now,
                        campaign.window().useUntil(now));
        handedOut.add(grant);
        remember(grant);
        return answer(grant, false);
    }

    @Override
    public void commit() {
        if (!handedOut.isEmpty()) {
            try {
                journal.append(handedOut);
            } catch (DuplicateKeyException another) {
                throw new LaneFenced("Another writer handed coupons out", another);
            }
            handedOut.clear();
        }
        foundEmpty.forEach(this::publish);
    }

    /** Lets other threads say no; the copy is made again only when the stock has moved. */
    private void publish(long campaign, ClaimOutcome no) {
        Stock stock = Objects.requireNonNull(stocks.get(campaign));
        Emptied before = emptied.get(campaign);
        Stock copy =
                before != null && before.stock().out() == stock.out()
                        ? before.stock()
                        : stock.frozen();
        emptied.put(
                campaign,
                new Emptied(
                        copy,
                        now.plus(SURE_FOR),
                        no,
                        Objects.requireNonNull(terms.get(campaign)).limits().claimsPerMember()));
    }

    @Override
    public void rollback(Throwable cause) {
        // Whatever a failed commit left behind, the next batch counts the journal again.
        stocks.clear();
        emptied.clear();
        past.clear();
        handedOut.clear();
        foundEmpty.clear();
    }

    private void remember(Grant grant) {
        past.computeIfAbsent(
                        new Holder(grant.campaignId(), grant.memberId()), _ -> new ArrayList<>(1))
                .add(grant);
    }

    private @Nullable Grant before(Claim claim) {
        for (Grant grant :
                past.getOrDefault(new Holder(claim.campaignId(), claim.memberId()), List.of())) {
            if (grant.reference().equals(claim.reference())) {
                return grant;
            }
        }
        return null;
    }

    private static ClaimOutcome refused(Campaign campaign, CouponRefusal code) {
        return new ClaimOutcome.Refused(code, campaign.limits().claimsPerMember());
    }

    private static ClaimOutcome answer(Grant grant, boolean repeated) {
        return new ClaimOutcome.Claimed(
                FindCoupon.id(grant.campaignId(), grant.sequence()),
                grant.campaignId(),
                grant.sequence(),
                grant.expiresAt(),
                repeated);
    }
}

package dev.waystation.platform.engagement.journey.usecase;

import dev.waystation.journey.Effect;
import dev.waystation.journey.Node;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Phrases;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.wiring.VenueZone;
import dev.waystation.platform.members.benefits.Claim;
import dev.waystation.platform.members.benefits.ClaimOutcome;
import dev.waystation.platform.members.benefits.Claims;
import dev.waystation.platform.members.benefits.Entitlements;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCredit;
import dev.waystation.platform.members.wallet.PostOutcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Gives what journeys promise. Each gift has the reference of its node and enrolment, under which
 * wallet and benefits give it once for ever, so a step that is repeated gives nothing twice.
 */
@Component
class GiveGrants {

    private static final String CAMPAIGN = "cmp";

    private final Points points;
    private final Claims claims;
    private final Entitlements entitlements;
    private final Phrases phrases;

    GiveGrants(Points points, Claims claims, Entitlements entitlements, Phrases phrases) {
        this.points = points;
        this.claims = claims;
        this.entitlements = entitlements;
        this.phrases = phrases;
    }

    /** A gift on its way. */
    record Gift(UUID reference, long memberId, Effect.Give give, String source, Explanation why) {}

    /** Whether there is such a thing to give. */
    boolean isKnown(Node.Grant grant) {
        return switch (grant.kind()) {
            case "points" -> points.knows(grant.what());
            case "coupon" ->
                    PublicId.isOne(CAMPAIGN, grant.what())
                            && claims.liveCampaign(PublicId.decode(CAMPAIGN, grant.what()))
                                    .isPresent();
            default -> entitlements.knowsPack(grant.what());
        };
    }

    /** What became of each, by its reference. */
    Map<UUID, StepAnswer> handle(List<Gift> gifts) {
        var answers = new HashMap<UUID, StepAnswer>();
        var credits = new ArrayList<Gift>();
        var coupons = new ArrayList<Gift>();
        for (Gift gift : gifts) {
            switch (gift.give().kind()) {
                case "points" -> credits.add(gift);
                case "coupon" -> coupons.add(gift);
                default -> answers.put(gift.reference(), pack(gift));
            }
        }
        credit(credits, answers);
        claim(coupons, answers);
        return answers;
    }

    private void credit(List<Gift> gifts, Map<UUID, StepAnswer> answers) {
        List<PostOutcome> outcomes = points.credit(gifts.stream().map(this::credit).toList());
        for (int i = 0; i < outcomes.size(); i++) {
            answers.put(
                    gifts.get(i).reference(),
                    switch (outcomes.get(i)) {
                        case PostOutcome.Posted _ ->
                                StepAnswer.given(
                                        new Said("积分已入账", "The points are in the account"));
                        case PostOutcome.Refused no -> refused(no.code().name());
                    });
        }
    }

    private PointsCredit credit(Gift gift) {
        Effect.Give give = gift.give();
        LocalDate day = LocalDate.ofInstant(give.at(), VenueZone.DEFAULT);
        return new PointsCredit(
                gift.reference(),
                gift.memberId(),
                give.what(),
                give.amount(),
                points.lastDay(give.what(), day),
                gift.why(),
                gift.source());
    }

    private void claim(List<Gift> gifts, Map<UUID, StepAnswer> answers) {
        List<ClaimOutcome> outcomes =
                claims.claimAll(
                        gifts.stream()
                                .map(gift ->
                                        new Claim(
                                                gift.reference(),
                                                gift.memberId(),
                                                PublicId.decode(CAMPAIGN, gift.give().what()),
                                                gift.source()))
                                .toList());
        for (int i = 0; i < outcomes.size(); i++) {
            answers.put(
                    gifts.get(i).reference(),
                    switch (outcomes.get(i)) {
                        case ClaimOutcome.Claimed _ ->
                                StepAnswer.given(new Said("券已到账", "The member has the coupon"));
                        case ClaimOutcome.Refused no -> refused(no.code().name());
                    });
        }
    }

    private StepAnswer pack(Gift gift) {
        boolean given =
                entitlements.givePack(
                        gift.memberId(), gift.give().what(), gift.reference().toString());
        return given
                ? StepAnswer.given(new Said("权益包已发放", "The member has the pack"))
                : StepAnswer.withheld(
                        "GRANT_REFUSED", new Said("权益包是空的", "There is nothing in the pack"));
    }

    private StepAnswer refused(String code) {
        return StepAnswer.withheld("GRANT_REFUSED", phrases.say(code, Map.of()));
    }
}

package dev.waystation.platform.members.referral.usecase;

import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.members.benefits.Claim;
import dev.waystation.platform.members.benefits.ClaimOutcome;
import dev.waystation.platform.members.benefits.Claims;
import dev.waystation.platform.members.referral.facts.InviteMilestoneReached;
import dev.waystation.platform.members.referral.model.Milestone;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Hands out the coupon of a milestone; a tier is granted by whoever keeps tiers. */
@Service
public class GiveMilestonePrize {

    private static final Logger LOG = LoggerFactory.getLogger(GiveMilestonePrize.class);

    private static final String COUPON_CAMPAIGN = "cmp";

    private final Claims claims;

    GiveMilestonePrize(Claims claims) {
        this.claims = claims;
    }

    public void handle(InviteMilestoneReached reached) {
        if (!reached.kind().equals(Milestone.Kind.COUPON.name())) {
            return;
        }
        String name =
                "invite milestone %d %d %d"
                        .formatted(reached.memberId(), reached.campaignId(), reached.invites());
        Claim claim =
                new Claim(
                        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                        reached.memberId(),
                        PublicId.decode(COUPON_CAMPAIGN, reached.prize()),
                        "referral");
        if (claims.claim(claim) instanceof ClaimOutcome.Refused refused) {
            LOG.error("The coupon of {} was refused: {}", reached, refused);
        }
    }
}

package dev.waystation.platform.members.benefits;

import dev.waystation.platform.foundation.edge.Said;
import java.util.List;
import java.util.Optional;

/** The door to a campaign's stock. Answers are durable when given and do not join a transaction. */
public interface Claims {

    ClaimOutcome claim(Claim claim);

    /** What people call a campaign that hands out coupons now; empty for all others. */
    Optional<Said> liveCampaign(long campaignId);

    /** Submits all before it waits for the first, so that they share commits. */
    List<ClaimOutcome> claimAll(List<Claim> claims);
}

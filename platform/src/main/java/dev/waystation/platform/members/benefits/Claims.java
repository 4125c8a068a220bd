package dev.waystation.platform.members.benefits;

import java.util.List;

/** The door to a campaign's stock. Answers are durable when given and do not join a transaction. */
public interface Claims {

    ClaimOutcome claim(Claim claim);

    /** Submits all before it waits for the first, so that they share commits. */
    List<ClaimOutcome> claimAll(List<Claim> claims);
}

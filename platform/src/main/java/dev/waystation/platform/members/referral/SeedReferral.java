package dev.waystation.platform.members.referral;

import java.time.Instant;
import java.util.List;

/** Fills invitations for a demo world. */
public interface SeedReferral {

    /** A member who joined then; the first ones invite, those who joined last were invited. */
    record Joined(long memberId, Instant at) {}

    /**
     * One running campaign with invitations in every state, a cluster that waits for review among
     * them.
     */
    void seed(List<Joined> inviters, List<Joined> newcomers);
}

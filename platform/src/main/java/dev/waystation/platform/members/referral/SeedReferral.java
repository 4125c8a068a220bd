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
     *
     * @param couponCampaign the coupon for three friends
     * @param inviters nine or more who joined before
     * @param newcomers those who joined last, in the order of joining
     */
    void seed(long couponCampaign, List<Joined> inviters, List<Joined> newcomers);
}

package dev.waystation.platform.members.referral.model;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Said;

/**
 * A prize for so many invitations that count.
 *
 * @param prize a coupon campaign's public id, or club and tier as {@code main:gold}
 * @param days how long a tier lasts; 0 for a coupon
 */
public record Milestone(int invites, Kind kind, String prize, int days, Said name) {

    /** What is given. */
    public enum Kind {
        COUPON,
        TIER
    }

    public Milestone {
        Malformed.require(invites > 0, "milestones.invites", invites, "give 1 or more");
        Malformed.require(
                kind == Kind.COUPON
                        ? prize.matches("cmp_[0-9a-z]{13}")
                        : prize.matches("[a-z-]+:[a-z-]+"),
                "milestones.prize",
                prize,
                "give the id of a coupon campaign, or club:tier such as main:gold");
        Malformed.require(
                kind == Kind.COUPON ? days == 0 : days > 0 && days <= 730,
                "milestones.days",
                days,
                "give 1 to 730 days for a tier and 0 for a coupon");
    }
}

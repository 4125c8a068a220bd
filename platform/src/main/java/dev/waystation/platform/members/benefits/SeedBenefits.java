package dev.waystation.platform.members.benefits;

import dev.waystation.platform.foundation.edge.Said;
import java.util.List;

/** A small labelled set of campaigns and rewards for a demo world. */
public interface SeedBenefits {

    /**
     * @param members some who have claimed a coupon already
     */
    void seed(List<Long> members);

    /** A coupon that others hand out as a prize; answers its campaign. */
    long prize(Said name);
}

package dev.waystation.platform.members.benefits;

import java.util.List;

/** A small labelled set of campaigns and rewards for a demo world. */
public interface SeedBenefits {

    /**
     * @param members some who have claimed a coupon already
     */
    void seed(List<Long> members);
}

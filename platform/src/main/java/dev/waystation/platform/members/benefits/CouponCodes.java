package dev.waystation.platform.members.benefits;

import dev.waystation.platform.foundation.edge.Said;
import java.util.Optional;

/**
 * The door for a desk that reads a coupon: whose campaign it is of. Nothing is tried or counted.
 */
public interface CouponCodes {

    /** By a code in any spelling or a coupon's id; empty for every other text. */
    Optional<Known> known(String typed);

    /**
     * @param campaignId as the world sees it
     * @param tail its last characters, or the coupon's id
     */
    record Known(String campaignId, Said campaign, String tail) {}
}

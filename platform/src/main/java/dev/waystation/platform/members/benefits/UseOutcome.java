package dev.waystation.platform.members.benefits;

import dev.waystation.platform.foundation.edge.Said;
import java.util.Map;

/** The answer to a use. */
public sealed interface UseOutcome {

    /**
     * The use counts.
     *
     * @param left uses left in this period
     * @param repeated whether it was told before
     */
    record Used(long memberId, Said benefit, int left, boolean repeated) implements UseOutcome {}

    record Refused(UseRefusal code, Map<String, Object> values) implements UseOutcome {
        public Refused {
            values = Map.copyOf(values);
        }
    }

    /** Why a use does not count. */
    enum UseRefusal {
        TOKEN_IS_NOT_OURS,
        ENTITLEMENT_NOT_FOUND,
        ENTITLEMENT_NOT_YET_VALID,
        ENTITLEMENT_HAS_EXPIRED,
        ENTITLEMENT_WAS_RECALLED,
        ENTITLEMENT_QUOTA_IS_USED,
        USE_IS_IN_THE_FUTURE
    }
}

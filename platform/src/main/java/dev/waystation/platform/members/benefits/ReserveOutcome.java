package dev.waystation.platform.members.benefits;

import dev.waystation.platform.foundation.edge.Explanation;
import java.util.List;
import java.util.Map;

/** The answer to a {@link Reservation}. */
public sealed interface ReserveOutcome {

    /**
     * All coupons are set aside for the order.
     *
     * @param lines what comes off each line, by its key
     */
    record Reserved(long discountMinor, Map<String, Long> lines, Explanation why)
            implements ReserveOutcome {
        public Reserved {
            lines = Map.copyOf(lines);
        }
    }

    /** Nothing is set aside; the first coupon in the way is named. */
    record Refused(CouponRefusal code, String coupon, Map<String, Object> values, Explanation why)
            implements ReserveOutcome {
        public Refused {
            values = Map.copyOf(values);
        }

        /** Refused for one reason without any more to say. */
        public static Refused of(CouponRefusal code, String coupon) {
            return new Refused(
                    code,
                    coupon,
                    Map.of(),
                    new Explanation(
                            dev.waystation.platform.foundation.edge.Said.same(code.name()),
                            List.of()));
        }
    }
}

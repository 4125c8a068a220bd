package dev.waystation.platform.selling.booking;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.members.benefits.ReserveOutcome;
import dev.waystation.platform.selling.inventory.HoldOutcome;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answer to an {@link OrderRequest}. */
public sealed interface OrderPlacement {

    /** Seats are held; also the answer to a repeated request. */
    record Placed(Order order) implements OrderPlacement {}

    /**
     * @param coupon the refusal of a coupon, when that was the cause
     * @param why the reasons, when the student fare was the cause
     * @param seats inventory's own refusal with its explanation, when that was the cause
     */
    record Refused(
            OrderRefusal code,
            Map<String, Object> values,
            HoldOutcome.@Nullable Refused seats,
            ReserveOutcome.@Nullable Refused coupon,
            @Nullable Explanation why)
            implements OrderPlacement {

        public Refused(OrderRefusal code, Map<String, Object> values) {
            this(code, values, null, null, null);
        }

        public Refused(OrderRefusal code, Map<String, Object> values, HoldOutcome.Refused seats) {
            this(code, values, seats, null, null);
        }
    }
}

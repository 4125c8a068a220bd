package dev.waystation.release;

import java.util.Map;

/**
 * Why a plan is refused, with the values that prove it.
 *
 * @param place the bucket, cap or batch concerned
 */
public record PlanFault(Code code, String place, Map<String, Object> values) {

    /** What can be wrong with a plan. */
    public enum Code {
        NO_BUCKETS,
        TOO_MANY_BUCKETS,
        CODE_USED_TWICE,
        UNKNOWN_BUCKET,
        TRIP_NOT_ON_ROUTE,
        LEGS_NOT_ON_ROUTE,
        AMOUNT_OUT_OF_RANGE,
        RESERVES_EXCEED_CAPACITY,
        BUCKET_HOLDS_TOO_LITTLE,
        CHANNEL_CAPS_EXCEED_CAPACITY,
        BATCHES_OUT_OF_ORDER
    }

    public PlanFault {
        values = Map.copyOf(values);
    }
}

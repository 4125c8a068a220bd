package dev.waystation.platform.members.benefits.model;

import dev.waystation.amounts.Share;
import dev.waystation.platform.foundation.edge.Malformed;

/** What a coupon takes off. */
public sealed interface Effect {

    /** The discount on a base before the cart caps it; rounded here, once. */
    long of(long baseMinor);

    /** A fixed amount. */
    record AmountOff(long minor) implements Effect {
        @Override
        public long of(long baseMinor) {
            return Math.min(minor, baseMinor);
        }
    }

    /** A share of the base, in hundredths of a percent, up to a cap; 0 means no cap. */
    record PercentOff(int basisPoints, long capMinor) implements Effect {
        @Override
        public long of(long baseMinor) {
            long off = Share.basisPoints(basisPoints).of(baseMinor);
            return capMinor > 0 ? Math.min(off, capMinor) : off;
        }
    }

    /** Value that is used up across several orders, as on a gift code. */
    record ValueLeft(long minor) implements Effect {
        @Override
        public long of(long baseMinor) {
            return Math.min(minor, baseMinor);
        }
    }

    /** From its stored form. */
    static Effect of(String kind, long value, long cap) {
        return switch (kind) {
            case "AMOUNT" -> new AmountOff(value);
            case "PERCENT" -> new PercentOff(Math.toIntExact(value), cap);
            case "VALUE" -> new ValueLeft(value);
            default -> throw new Malformed("effect.kind", kind, "give AMOUNT, PERCENT or VALUE");
        };
    }
}

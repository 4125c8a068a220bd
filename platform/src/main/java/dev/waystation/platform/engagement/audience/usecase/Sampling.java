package dev.waystation.platform.engagement.audience.usecase;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Which members stand for all of them while a condition is being written: every 2ⁿ-th by a mixed
 * number, so that who joined when does not matter. Up to the wanted size everybody is asked.
 */
@Component
class Sampling {

    private static final double TWO_SIDED_95 = 1.96;

    private final int wanted;
    private volatile long every = 1;

    Sampling(@Value("${waystation.audience.sample:20000}") int wanted) {
        this.wanted = wanted;
    }

    /** What was found among those asked, who stand for so many. */
    record Seen(int found, int asked, int universe) {

        boolean everybody() {
            return asked == universe;
        }

        int about() {
            return everybody() || asked == 0 ? found : (int) Math.round(share() * universe);
        }

        /** The lower end of where the count is in 95 of 100 cases, by Wilson. */
        int low() {
            return everybody() ? found : (int) Math.floor(bound(-1) * universe);
        }

        int high() {
            return everybody() ? found : (int) Math.ceil(bound(1) * universe);
        }

        private double share() {
            return found / (double) asked;
        }

        private double bound(int side) {
            if (asked == 0) {
                return side < 0 ? 0 : 1;
            }
            double z2 = TWO_SIDED_95 * TWO_SIDED_95;
            double p = share();
            double middle = p + z2 / (2 * asked);
            double half =
                    TWO_SIDED_95 * Math.sqrt(p * (1 - p) / asked + z2 / (4.0 * asked * asked));
            return Math.clamp((middle + side * half) / (1 + z2 / asked), 0.0, 1.0);
        }
    }

    /** Settles how thin the sample of so many is; whether it is a part of them only. */
    boolean of(long universe) {
        long next = 1;
        while (universe / next > wanted) {
            next *= 2;
        }
        every = next;
        return next > 1;
    }

    boolean takes(long memberId) {
        long mixed = memberId * 0x9E3779B97F4A7C15L;
        return ((mixed >>> 32) & (every - 1)) == 0;
    }
}

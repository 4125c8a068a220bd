package dev.waystation.release;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is open for sale on one run and class at a moment: buckets in order of rank, the seats
 * opened in each, caps, and when the next opening is due.
 *
 * @param origin the plan and its version that wrote the limits, for explanations
 */
public record LimitSet(
        String origin,
        List<Bucket> buckets,
        List<Integer> opened,
        List<Cap> caps,
        @Nullable Instant nextOpening) {

    /** Subsets of buckets are enumerated, so their number is bounded. */
    public static final int MAX_BUCKETS = 10;

    public LimitSet {
        buckets = List.copyOf(buckets);
        opened = List.copyOf(opened);
        caps = List.copyOf(caps);
        if (buckets.size() != opened.size()) {
            throw new IllegalArgumentException(
                    buckets.size() + " buckets but " + opened.size() + " opened amounts");
        }
        if (buckets.size() > MAX_BUCKETS) {
            throw new IllegalArgumentException(
                    buckets.size() + " buckets; at most " + MAX_BUCKETS + " are allowed");
        }
        for (int seats : opened) {
            if (seats < 0) {
                throw new IllegalArgumentException("opened amounts " + opened + " go below 0");
            }
        }
    }

    /** The limits of a run without a plan: every seat is open to everybody. */
    public static LimitSet everything(int seatCount) {
        return new LimitSet(
                "",
                List.of(Bucket.nested("everyone", Selector.trips("any"))),
                List.of(seatCount),
                List.of(),
                null);
    }

    /** The buckets a product may use, as bits: those it belongs to and those below in the nest. */
    int access(Product product, Route route) {
        int mask = 0;
        boolean outranks = false;
        for (int b = 0; b < buckets.size(); b++) {
            Bucket bucket = buckets.get(b);
            boolean member = bucket.members().matches(product, route);
            if (member || (outranks && bucket.usesLower())) {
                mask |= 1 << b;
            }
            outranks |= member && bucket.usesLower();
        }
        return mask;
    }

    int openedOn(int leg, int mask) {
        int sum = 0;
        for (int b = 0; b < buckets.size(); b++) {
            if ((mask & 1 << b) != 0 && buckets.get(b).covers(leg)) {
                sum += opened.get(b);
            }
        }
        return sum;
    }

    List<String> codes(int mask) {
        List<String> codes = new ArrayList<>();
        for (int b = 0; b < buckets.size(); b++) {
            if ((mask & 1 << b) != 0 && opened.get(b) > 0) {
                codes.add(buckets.get(b).code());
            }
        }
        return codes;
    }
}

package dev.waystation.release;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Runs a plan against requests in the order they came or are expected to come, and reports what it
 * would have earned and whom it would have refused.
 *
 * <p>Seats are counted per leg; fragmentation of single seats, below 3 % on full trains, is left
 * out.
 */
public final class WhatIf {

    /** One passenger who asks once. */
    public record Request(Instant at, Product product, long fareMinor) {}

    /**
     * The result.
     *
     * @param seatKm seat-kilometres sold
     * @param emptySeats per leg
     * @param refusedThrough refused passengers who wanted the whole route
     * @param refusals by cause
     */
    public record Report(
            int served,
            long revenueMinor,
            long seatKm,
            List<Integer> emptySeats,
            int servedThrough,
            int refusedThrough,
            int refusedOthers,
            Map<Cause, Integer> refusals) {}

    private final ReleasePlan plan;
    private final Route route;
    private final int seatCount;
    private final Instant departure;
    private final ZoneId zone;

    public WhatIf(ReleasePlan plan, Route route, int seatCount, Instant departure, ZoneId zone) {
        this.plan = plan;
        this.route = route;
        this.seatCount = seatCount;
        this.departure = departure;
        this.zone = zone;
    }

    /**
     * @param from quotas with the sales so far; left as they are
     * @param applied batches already applied
     * @param requests in order of time
     */
    public Report run(Quotas from, Set<String> applied, List<Request> requests) {
        Quotas quotas = from.copy();
        Tally tally = new Tally();
        int[] free = new int[route.legCount()];
        Arrays.setAll(free, leg -> seatCount - quotas.soldOn(leg));
        Set<String> open = new HashSet<>(applied);
        quotas.apply(limits(open));
        for (Request request : requests) {
            double soldShare = 1 - (double) Arrays.stream(free).min().orElse(0) / seatCount;
            Set<String> due = plan.due(request.at(), departure, zone, soldShare, open);
            if (due.size() > open.size()) {
                open = due;
                quotas.apply(limits(open));
            }
            Product product = request.product();
            int seatsFree = least(free, product);
            if (seatsFree > 0 && quotas.allowance(product) > 0) {
                quotas.take(product, 1);
                for (int leg = product.fromCall(); leg < product.toCall(); leg++) {
                    free[leg]--;
                }
                tally.served(request);
            } else {
                tally.refused(request, quotas.explain(product, seatsFree).cause());
            }
        }
        return tally.report(free);
    }

    private LimitSet limits(Set<String> open) {
        Instant next =
                plan.next(departure, zone, open)
                        .flatMap(batch -> batch.trigger().dueAt(departure, zone))
                        .orElse(null);
        return plan.limits(open, seatCount, next);
    }

    private static int least(int[] free, Product product) {
        int least = Integer.MAX_VALUE;
        for (int leg = product.fromCall(); leg < product.toCall(); leg++) {
            least = Math.min(least, free[leg]);
        }
        return least;
    }

    private final class Tally {
        private int served;
        private int servedThrough;
        private int refusedThrough;
        private int refusedOthers;
        private long revenueMinor;
        private long seatKm;
        private final Map<Cause, Integer> refusals = new EnumMap<>(Cause.class);

        void served(Request request) {
            served++;
            servedThrough += isThrough(request.product()) ? 1 : 0;
            revenueMinor += request.fareMinor();
            seatKm += route.distanceKm(request.product().fromCall(), request.product().toCall());
        }

        void refused(Request request, Cause cause) {
            refusals.merge(cause, 1, Integer::sum);
            if (isThrough(request.product())) {
                refusedThrough++;
            } else {
                refusedOthers++;
            }
        }

        Report report(int[] free) {
            List<Integer> empty = new ArrayList<>();
            Arrays.stream(free).forEach(empty::add);
            return new Report(
                    served,
                    revenueMinor,
                    seatKm,
                    List.copyOf(empty),
                    servedThrough,
                    refusedThrough,
                    refusedOthers,
                    Map.copyOf(refusals));
        }

        private boolean isThrough(Product product) {
            return product.fromCall() == 0 && product.toCall() == route.callCount() - 1;
        }
    }
}

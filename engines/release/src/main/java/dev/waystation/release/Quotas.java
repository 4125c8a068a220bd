package dev.waystation.release;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

/**
 * The live quotas of one run and class: limits and what was sold under them.
 *
 * <p>A product may use a set of buckets; several products share them. By Hall's theorem a further
 * seat can be served on a leg exactly when in every set of buckets that contains the product's own,
 * fewer seats are taken by products confined to that set than are opened in it. The room of every
 * set is kept up to date, so a question is a minimum over a small table: (sets containing the
 * product's buckets) x (legs). Not safe for concurrent writers; owned by one lane.
 */
public final class Quotas {

    private final Route route;
    private final int seatCount;
    private final Map<Product, Integer> sold = new HashMap<>();
    private LimitSet limits;
    private int[][] room = {};
    private int[][] capSold = {};

    public Quotas(Route route, int seatCount, LimitSet limits) {
        this.route = route;
        this.seatCount = seatCount;
        this.limits = limits;
        rebuild();
    }

    /** The same quotas for a reader; what happens here later does not show there. */
    public Quotas copy() {
        Quotas copy = new Quotas(route, seatCount, limits, room, capSold);
        copy.sold.putAll(sold);
        return copy;
    }

    private Quotas(Route route, int seatCount, LimitSet limits, int[][] room, int[][] capSold) {
        this.route = route;
        this.seatCount = seatCount;
        this.limits = limits;
        this.room = deepCopy(room);
        this.capSold = deepCopy(capSold);
    }

    private static int[][] deepCopy(int[][] rows) {
        int[][] copy = new int[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            copy[i] = rows[i].clone();
        }
        return copy;
    }

    public LimitSet limits() {
        return limits;
    }

    public Route route() {
        return route;
    }

    /** Puts other limits in force; what was sold stays sold and counts under the new ones. */
    public void apply(LimitSet newLimits) {
        limits = newLimits;
        rebuild();
    }

    /** How many seats the quotas allow this product, whatever the seats themselves say. */
    public int allowance(Product product) {
        int least = Integer.MAX_VALUE;
        int access = limits.access(product, route);
        for (int set = access; set < room.length; set = (set + 1) | access) {
            for (int leg = product.fromCall(); leg < product.toCall(); leg++) {
                least = Math.min(least, room[set][leg]);
            }
        }
        return Math.max(0, Math.min(least, capRoom(product)));
    }

    /** Records seats sold or held; the caller has asked {@link #allowance} before. */
    public void take(Product product, int seats) {
        count(product, seats);
        sold.merge(product, seats, Integer::sum);
    }

    /** Records seats given back. */
    public void giveBack(Product product, int seats) {
        int left = sold.getOrDefault(product, 0) - seats;
        if (left < 0) {
            throw new IllegalStateException(
                    "%d seats given back for %s, %d were sold"
                            .formatted(seats, product, left + seats));
        }
        count(product, -seats);
        if (left == 0) {
            sold.remove(product);
        } else {
            sold.put(product, left);
        }
    }

    /** Seats sold or held so far on a leg. */
    public int soldOn(int leg) {
        int sum = 0;
        for (Entry<Product, Integer> entry : sold.entrySet()) {
            Product product = entry.getKey();
            if (product.fromCall() <= leg && leg < product.toCall()) {
                sum += entry.getValue();
            }
        }
        return sum;
    }

    /** What was sold, by product. */
    public Map<Product, Integer> sold() {
        return Map.copyOf(sold);
    }

    /**
     * The count of a product with its cause.
     *
     * @param seatsFree seats free on all legs of the trip
     */
    public Finding explain(Product product, int seatsFree) {
        int access = limits.access(product, route);
        int leg = decidingLeg(product, access);
        int all = room.length - 1;
        int quota = limits.openedOn(leg, access);
        int opened = limits.openedOn(leg, all);
        int usable = leastRoom(access, leg);
        int reserved = Math.max(0, room[all][leg] - Math.max(0, usable));
        int capRoom = capRoom(product);
        int count = Math.max(0, Math.min(seatsFree, Math.min(usable, capRoom)));
        Cause cause = cause(count, seatsFree, capRoom, quota, room[access][leg], opened);
        List<String> keepers =
                cause == Cause.QUOTA_IS_SOLD_OUT && capRoom <= 0
                        ? fullCaps(product)
                        : limits.codes(all & ~access);
        return new Finding(
                cause,
                count,
                leg,
                seatsFree,
                quota,
                quota - room[access][leg],
                reserved,
                keepers,
                Math.max(0, seatCount - opened),
                limits.nextOpening());
    }

    private Cause cause(
            int count, int seatsFree, int capRoom, int quota, int quotaRoom, int opened) {
        if (count > 0) {
            return Cause.AVAILABLE;
        }
        if (seatsFree <= 0) {
            return Cause.LEG_IS_FULL;
        }
        if (capRoom <= 0) {
            return Cause.QUOTA_IS_SOLD_OUT;
        }
        if (quota == 0) {
            return opened < seatCount || limits.nextOpening() != null
                    ? Cause.NOT_RELEASED_YET
                    : Cause.RESERVED_FOR_OTHERS;
        }
        return quotaRoom <= 0 ? Cause.QUOTA_IS_SOLD_OUT : Cause.RESERVED_FOR_OTHERS;
    }

    private List<String> fullCaps(Product product) {
        return limits.caps().stream()
                .filter(cap -> cap.members().matches(product, route))
                .map(Cap::code)
                .toList();
    }

    private int decidingLeg(Product product, int access) {
        int best = product.fromCall();
        for (int leg = product.fromCall(); leg < product.toCall(); leg++) {
            if (leastRoom(access, leg) < leastRoom(access, best)) {
                best = leg;
            }
        }
        return best;
    }

    private int leastRoom(int access, int leg) {
        int least = Integer.MAX_VALUE;
        for (int set = access; set < room.length; set = (set + 1) | access) {
            least = Math.min(least, room[set][leg]);
        }
        return least;
    }

    private int capRoom(Product product) {
        int least = Integer.MAX_VALUE;
        for (int c = 0; c < capSold.length; c++) {
            Cap cap = limits.caps().get(c);
            if (cap.members().matches(product, route)) {
                for (int leg = product.fromCall(); leg < product.toCall(); leg++) {
                    least = Math.min(least, cap.seats() - capSold[c][leg]);
                }
            }
        }
        return least;
    }

    private void rebuild() {
        room = new int[1 << limits.buckets().size()][route.legCount()];
        capSold = new int[limits.caps().size()][route.legCount()];
        for (int set = 0; set < room.length; set++) {
            for (int leg = 0; leg < route.legCount(); leg++) {
                room[set][leg] = limits.openedOn(leg, set);
            }
        }
        sold.forEach(this::count);
    }

    private void count(Product product, int seats) {
        int access = limits.access(product, route);
        for (int set = access; set < room.length; set = (set + 1) | access) {
            for (int leg = product.fromCall(); leg < product.toCall(); leg++) {
                room[set][leg] -= seats;
            }
        }
        for (int c = 0; c < capSold.length; c++) {
            if (limits.caps().get(c).members().matches(product, route)) {
                for (int leg = product.fromCall(); leg < product.toCall(); leg++) {
                    capSold[c][leg] += seats;
                }
            }
        }
    }
}

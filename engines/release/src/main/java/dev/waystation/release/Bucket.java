package dev.waystation.release;

/**
 * A named share of the seats with its members.
 *
 * <p>Buckets form a nest by their order in the plan: a member of a bucket with {@code usesLower}
 * may also use what the buckets further down hold, so a dear trip can always use a cheap trip's
 * share and never the other way round. A bucket without {@code usesLower} stands beside the nest: a
 * student reserve adds to what its members find elsewhere and gives them no rank.
 *
 * @param fromLeg first leg on which the bucket holds seats
 * @param toLeg leg after its last one; {@link #TO_THE_END} for the end of the route
 */
public record Bucket(String code, Selector members, boolean usesLower, int fromLeg, int toLeg) {

    public static final int TO_THE_END = Integer.MAX_VALUE;

    public Bucket {
        if (code.isBlank()) {
            throw new IllegalArgumentException("a bucket has a code");
        }
        if (fromLeg < 0 || toLeg <= fromLeg) {
            throw new IllegalArgumentException(
                    "legs (" + fromLeg + ".." + toLeg + ") of bucket " + code + " must rise");
        }
    }

    /** A bucket of the nest over the whole route. */
    public static Bucket nested(String code, Selector members) {
        return new Bucket(code, members, true, 0, TO_THE_END);
    }

    /** A bucket beside the nest over the whole route. */
    public static Bucket beside(String code, Selector members) {
        return new Bucket(code, members, false, 0, TO_THE_END);
    }

    boolean covers(int leg) {
        return leg >= fromLeg && leg < toLeg;
    }
}

package dev.waystation.amounts;

/**
 * A whole number of points. There are no fractions of a point: what earns points is rounded once,
 * in {@link EarnRate#on(Money)}.
 */
public record Points(long count) implements Comparable<Points> {

    public static final Points NONE = new Points(0);

    public Points plus(Points other) {
        return new Points(Math.addExact(count, other.count));
    }

    public Points minus(Points other) {
        return new Points(Math.subtractExact(count, other.count));
    }

    public Points negate() {
        return new Points(Math.negateExact(count));
    }

    /** A multiplied or shared count, rounded here, once, half away from zero. */
    public Points times(Share share) {
        return new Points(share.of(count));
    }

    /** -1, 0 or 1; no {@code isZero()}, or every JSON of an amount would carry it. */
    public int signum() {
        return Long.signum(count);
    }

    @Override
    public int compareTo(Points other) {
        return Long.compare(count, other.count);
    }

    @Override
    public String toString() {
        return count + " points";
    }
}

package dev.waystation.amounts;

import java.math.BigInteger;

/**
 * An exact part of something: a fraction in lowest terms with a positive denominator. Percentages
 * of law and tariff tables (5 %, 12.5 %, 3 permille) stay what they are until they meet an amount,
 * which is rounded once.
 *
 * @param numerator may be negative (a discount) or above the denominator (a multiplier)
 * @param denominator always positive; shares with the same value are equal
 */
public record Share(long numerator, long denominator) implements Comparable<Share> {

    /** Nothing. */
    public static final Share NONE = new Share(0, 1);

    /** All of it. */
    public static final Share WHOLE = new Share(1, 1);

    public Share {
        if (denominator <= 0) {
            throw new IllegalArgumentException(
                    "denominator (" + denominator + ") must be positive");
        }
        long divisor = greatestCommonDivisor(numerator, denominator);
        numerator /= divisor;
        denominator /= divisor;
    }

    /** So many parts of a hundred. */
    public static Share percent(long parts) {
        return new Share(parts, 100);
    }

    /** So many parts of a thousand. */
    public static Share permille(long parts) {
        return new Share(parts, 1_000);
    }

    /** So many parts of ten thousand. */
    public static Share basisPoints(long parts) {
        return new Share(parts, 10_000);
    }

    /** This share of a whole number, rounded half away from zero. */
    public long of(long whole) {
        return Rounding.halfUp(whole, numerator, denominator);
    }

    /** What is left of the whole after this share. */
    public Share rest() {
        return new Share(Math.subtractExact(denominator, numerator), denominator);
    }

    /** This share of that share, exact; throws when the terms outgrow a {@code long}. */
    public Share times(Share other) {
        long across = greatestCommonDivisor(numerator, other.denominator);
        long back = greatestCommonDivisor(other.numerator, denominator);
        return new Share(
                Math.multiplyExact(numerator / across, other.numerator / back),
                Math.multiplyExact(denominator / back, other.denominator / across));
    }

    /** The exact sum; throws when the terms outgrow a {@code long}. */
    public Share plus(Share other) {
        long common = greatestCommonDivisor(denominator, other.denominator);
        long left = Math.multiplyExact(numerator, other.denominator / common);
        long right = Math.multiplyExact(other.numerator, denominator / common);
        return new Share(
                Math.addExact(left, right),
                Math.multiplyExact(denominator / common, other.denominator));
    }

    @Override
    public int compareTo(Share other) {
        return BigInteger.valueOf(numerator)
                .multiply(BigInteger.valueOf(other.denominator))
                .compareTo(
                        BigInteger.valueOf(other.numerator)
                                .multiply(BigInteger.valueOf(denominator)));
    }

    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }

    private static long greatestCommonDivisor(long left, long right) {
        // computed on negative numbers: |Long.MIN_VALUE| has no positive long
        long a = left > 0 ? -left : left;
        long b = right > 0 ? -right : right;
        while (b != 0) {
            long next = a % b;
            a = b;
            b = next;
        }
        return Math.negateExact(a == 0 ? -1 : a);
    }
}

package dev.waystation.amounts;

import java.math.BigInteger;

/**
 * The only place where a quantity is rounded: half away from zero (what commerce and {@link
 * java.math.RoundingMode#HALF_UP} call half up), on the exact product, once.
 */
public final class Rounding {

    private Rounding() {}

    /**
     * The whole number nearest to {@code value * numerator / denominator}; a half goes away from
     * zero. The product is exact even where it does not fit 64 bits.
     *
     * @throws ArithmeticException when the denominator is not positive or the result does not fit a
     *     {@code long}
     */
    public static long halfUp(long value, long numerator, long denominator) {
        requirePositive(denominator);
        long high = Math.multiplyHigh(value, numerator);
        long low = value * numerator;
        if (high == low >> 63) {
            return halfUp(low, denominator);
        }
        return halfUpWide(
                BigInteger.valueOf(value).multiply(BigInteger.valueOf(numerator)), denominator);
    }

    /** The whole number nearest to {@code numerator / denominator}; a half goes away from zero. */
    public static long halfUp(long numerator, long denominator) {
        requirePositive(denominator);
        long quotient = numerator / denominator;
        long rest = numerator % denominator;
        // |rest| < denominator, so comparing with what is missing to the next whole cannot overflow
        boolean up = rest >= 0 ? rest >= denominator - rest : -rest >= denominator + rest;
        return up ? quotient + (numerator < 0 ? -1 : 1) : quotient;
    }

    private static long halfUpWide(BigInteger product, long denominator) {
        BigInteger divisor = BigInteger.valueOf(denominator);
        BigInteger[] parts = product.abs().divideAndRemainder(divisor);
        boolean up = parts[1].shiftLeft(1).compareTo(divisor) >= 0;
        BigInteger magnitude = up ? parts[0].add(BigInteger.ONE) : parts[0];
        return (product.signum() < 0 ? magnitude.negate() : magnitude).longValueExact();
    }

    private static void requirePositive(long denominator) {
        if (denominator <= 0) {
            throw new ArithmeticException("denominator (" + denominator + ") must be positive");
        }
    }
}

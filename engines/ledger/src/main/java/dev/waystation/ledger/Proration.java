package dev.waystation.ledger;

import java.math.BigInteger;

/**
 * Splits a number over part returns that come one after the other, without knowing how many follow.
 * Each part is the difference of two running totals, each rounded once, so that after the last part
 * exactly the whole has been given: no part return can mint or lose a point.
 */
public final class Proration {

    private Proration() {}

    /**
     * What belongs to the part that begins after {@code before} and is {@code now} long.
     *
     * @param total what is split, such as the points earned or paid
     * @param whole what it was given for, such as the amount of the order; positive
     */
    public static long part(long total, long whole, long before, long now) {
        if (whole <= 0 || before < 0 || now < 0 || before + now > whole) {
            throw new IllegalArgumentException(
                    "part %d after %d is not within %d".formatted(now, before, whole));
        }
        return upTo(total, whole, before + now) - upTo(total, whole, before);
    }

    private static long upTo(long total, long whole, long end) {
        return BigInteger.valueOf(total)
                .multiply(BigInteger.valueOf(end))
                .multiply(BigInteger.TWO)
                .add(BigInteger.valueOf(whole))
                .divide(BigInteger.valueOf(whole).multiply(BigInteger.TWO))
                .longValueExact();
    }
}

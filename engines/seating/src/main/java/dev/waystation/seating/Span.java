package dev.waystation.seating;

/**
 * Legs {@code from} (inclusive) to {@code to} (exclusive) of a run; leg {@code i} joins call {@code
 * i} and call {@code i + 1}, so a span is also "board at call from, alight at call to".
 */
final class Span {

    private Span() {}

    /** The bits of legs from..to-1. */
    static long mask(int from, int to) {
        return (-1L >>> (64 - (to - from))) << from;
    }

    /** First leg of the free run that contains a free leg {@code from}. */
    static int runStart(long occupied, int from) {
        return 64 - Long.numberOfLeadingZeros(occupied & ((1L << from) - 1));
    }

    /** One past the last leg of the free run that ends not before {@code to}. */
    static int runEnd(long occupied, int to, int legs) {
        return to >= legs ? legs : Math.min(legs, to + Long.numberOfTrailingZeros(occupied >>> to));
    }
}

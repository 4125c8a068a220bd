package dev.waystation.amounts;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Splits a whole number by weights, fairly and without loss, by the largest remainder.
 *
 * <p>Guarantees: the parts sum to the total; every part is its exact quota rounded down or up (away
 * from zero on the total's side); a weight of zero receives nothing; equal remainders are served in
 * the order of the weights, so the same input gives the same answer on every machine.
 */
public final class Allocation {

    private Allocation() {}

    /**
     * @param total may be negative: a refund is split exactly as the payment was
     * @param weights none negative, at least one positive
     * @return one part per weight, in the order of the weights
     */
    public static long[] byWeights(long total, long... weights) {
        BigInteger weightSum = BigInteger.ZERO;
        for (long weight : weights) {
            if (weight < 0) {
                throw new IllegalArgumentException("weight (" + weight + ") must not be negative");
            }
            weightSum = weightSum.add(BigInteger.valueOf(weight));
        }
        if (weightSum.signum() == 0) {
            throw new IllegalArgumentException("at least one weight must be positive");
        }
        BigInteger magnitude = BigInteger.valueOf(total).abs();
        BigInteger[] parts = new BigInteger[weights.length];
        BigInteger[] remainders = new BigInteger[weights.length];
        BigInteger left = magnitude;
        for (int i = 0; i < weights.length; i++) {
            BigInteger[] quota =
                    magnitude
                            .multiply(BigInteger.valueOf(weights[i]))
                            .divideAndRemainder(weightSum);
            parts[i] = quota[0];
            remainders[i] = quota[1];
            left = left.subtract(quota[0]);
        }
        // fewer units are left than parts have a remainder, so one each is enough
        int[] byRemainder =
                IntStream.range(0, weights.length)
                        .boxed()
                        .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
                        .mapToInt(Integer::intValue)
                        .toArray();
        for (int i = 0; i < left.intValueExact(); i++) {
            parts[byRemainder[i]] = parts[byRemainder[i]].add(BigInteger.ONE);
        }
        return Arrays.stream(parts)
                .mapToLong(part -> (total < 0 ? part.negate() : part).longValueExact())
                .toArray();
    }

    /** Splits into {@code count} parts that differ by at most one; the earlier ones are larger. */
    public static long[] evenly(long total, int count) {
        long[] weights = new long[count];
        Arrays.fill(weights, 1);
        return byWeights(total, weights);
    }
}

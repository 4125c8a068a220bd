package dev.waystation.ledger;

import java.math.BigInteger;

/**
 * What a card still owes in money when paid value and gift were topped up together: use counts
 * against the paid part by paid / (paid + gift), whichever of the two was spent first.
 *
 * @param usedOfPaid the part of the use that counts against what was paid, rounded half up once
 * @param refund what was paid, minus that
 */
public record RatioRefund(long usedOfPaid, long refund) {

    /**
     * @param paid principal of the top-up, positive
     * @param gift value given on top
     * @param used what was spent of both together
     */
    public static RatioRefund of(long paid, long gift, long used) {
        if (paid <= 0 || gift < 0 || used < 0 || used > paid + gift) {
            throw new IllegalArgumentException(
                    "used %d is not within %d paid and %d given".formatted(used, paid, gift));
        }
        BigInteger whole = BigInteger.valueOf(paid + gift);
        long counted =
                BigInteger.valueOf(used)
                        .multiply(BigInteger.valueOf(paid))
                        .multiply(BigInteger.TWO)
                        .add(whole)
                        .divide(whole.multiply(BigInteger.TWO))
                        .longValueExact();
        return new RatioRefund(counted, paid - counted);
    }
}

package dev.waystation.amounts;

/**
 * How many points an amount of money earns: so many points for so many minor units. Five points a
 * yuan is {@code new EarnRate(5, 100)}.
 *
 * @param points points earned per {@code perMinor}
 * @param perMinor minor units that earn them, positive
 */
public record EarnRate(long points, long perMinor) {

    public EarnRate {
        if (points < 0 || perMinor <= 0) {
            throw new IllegalArgumentException(
                    "a rate of %d points per %d minor units is not possible"
                            .formatted(points, perMinor));
        }
    }

    /** Points for an amount: exact product, rounded once, half away from zero. */
    public Points on(Money amount) {
        return new Points(Rounding.halfUp(amount.minor(), points, perMinor));
    }

    /** Points for an amount under a multiplier; base and multiplier are rounded together, once. */
    public Points on(Money amount, Share multiplier) {
        Share rate = new Share(points, perMinor).times(multiplier);
        return new Points(rate.of(amount.minor()));
    }
}

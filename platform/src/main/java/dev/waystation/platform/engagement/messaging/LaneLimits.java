package dev.waystation.platform.engagement.messaging;

import java.time.Duration;

/**
 * How hard one account of a vendor may be driven.
 *
 * @param atOnce calls that may be open at one time
 * @param perSecond calls that may begin within a second
 * @param failures calls in a row without an answer after which the account rests
 * @param rest how long it rests; after that one call tries whether the vendor is back
 */
public record LaneLimits(int atOnce, int perSecond, int failures, Duration rest) {

    /** For what stays in the house: nothing holds it up. */
    public static final LaneLimits IN_HOUSE =
            new LaneLimits(1_000, 1_000_000, 1_000, Duration.ofSeconds(1));

    /** What vendors grant small customers. */
    public static final LaneLimits CUSTOMARY = new LaneLimits(8, 50, 5, Duration.ofSeconds(30));
}

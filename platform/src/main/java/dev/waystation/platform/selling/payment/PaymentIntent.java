package dev.waystation.platform.selling.payment;

import dev.waystation.amounts.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The promise to pay one order.
 *
 * @param capturedAt when the money arrived, null while it has not
 */
public record PaymentIntent(
        long id,
        UUID orderRef,
        Money amount,
        String subject,
        Instant openedAt,
        @Nullable Instant capturedAt,
        Money refunded) {

    /** Prefix of public intent ids. */
    public static final String PREFIX = "pay";

    public boolean captured() {
        return capturedAt != null;
    }
}

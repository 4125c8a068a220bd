package dev.waystation.platform.selling.payment.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;
import java.util.UUID;

/** Money went back to the payer. */
public record PaymentRefunded(
        long intentId,
        UUID orderRef,
        UUID refundRef,
        long amountMinor,
        String currency,
        String reason,
        Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return intentId;
    }
}

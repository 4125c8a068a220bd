package dev.waystation.platform.selling.payment.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;
import java.util.UUID;

/** The money of an intent arrived; happens at most once per intent. */
public record PaymentCaptured(
        long intentId, UUID orderRef, long amountMinor, String currency, Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return intentId;
    }
}

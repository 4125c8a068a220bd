package dev.waystation.platform.selling.payment.model;

import dev.waystation.amounts.Money;
import java.time.Instant;

/** What a callback says once its signature was looked at. */
public sealed interface Notice {

    /** The provider says this payment succeeded. */
    record Paid(String eventId, Instant sentAt, long intentId, String gatewayRef, Money amount)
            implements Notice {}

    /** Nobody who knows the secret wrote this. */
    record NotAuthentic() implements Notice {}
}

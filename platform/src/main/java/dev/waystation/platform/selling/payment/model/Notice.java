package dev.waystation.platform.selling.payment.model;

import dev.waystation.amounts.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a callback says once its signature was looked at. */
public sealed interface Notice {

    /**
     * The provider says this payment succeeded.
     *
     * @param payer the provider's name for the account it came from; null where it does not say
     */
    record Paid(
            String eventId,
            Instant sentAt,
            long intentId,
            String gatewayRef,
            Money amount,
            @Nullable String payer)
            implements Notice {}

    /** Nobody who knows the secret wrote this. */
    record NotAuthentic() implements Notice {}
}

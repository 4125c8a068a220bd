package dev.waystation.platform.selling.payment;

import dev.waystation.amounts.Money;
import java.util.Optional;
import java.util.UUID;

/**
 * The door of payment. Every write is idempotent under the reference it carries, and joins the
 * caller's transaction.
 */
public interface Payments {

    /**
     * Opens the intent of an order, or answers the one that is already open.
     *
     * @param subject the line the payer sees, in the payer's words
     * @throws IllegalStateException when the order already has an intent of another amount
     */
    PaymentIntent open(UUID orderRef, Money amount, String subject);

    Optional<PaymentIntent> intent(long intentId);

    Optional<PaymentIntent> ofOrder(UUID orderRef);

    /**
     * A key of the account an order was paid from: equal keys mean one payer. Empty where nothing
     * was captured or the provider does not say.
     */
    Optional<byte[]> payerKey(UUID orderRef);

    /** Where the payer goes to pay; empty when no payment provider is configured. */
    Optional<String> payUrl(PaymentIntent intent);

    /**
     * Returns money of a captured intent. The same refund reference is carried out once; all
     * refunds of an intent together never exceed what was captured.
     */
    RefundOutcome refund(UUID refundRef, UUID orderRef, Money amount, String reason);
}

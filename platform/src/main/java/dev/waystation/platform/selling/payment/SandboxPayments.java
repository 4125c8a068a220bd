package dev.waystation.platform.selling.payment;

import org.jspecify.annotations.Nullable;

/**
 * The sandbox provider's side: says yes to a payment. What follows is a signed callback through the
 * same door a real provider uses; nothing is marked as paid from here.
 */
public interface SandboxPayments {

    default CallbackOutcome approve(long intentId) {
        return approve(intentId, null);
    }

    /**
     * @param payer the account it is paid from, as a provider would name it; null for one it keeps
     *     to itself
     */
    CallbackOutcome approve(long intentId, @Nullable String payer);
}

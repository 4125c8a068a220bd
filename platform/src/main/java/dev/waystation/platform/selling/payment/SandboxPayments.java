package dev.waystation.platform.selling.payment;

/**
 * The sandbox provider's side: says yes to a payment. What follows is a signed callback through the
 * same door a real provider uses; nothing is marked as paid from here.
 */
public interface SandboxPayments {

    CallbackOutcome approve(long intentId);
}

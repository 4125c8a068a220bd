package dev.waystation.platform.selling.payment;

/** What became of a provider's callback. */
public sealed interface CallbackOutcome {

    /** The money counted, by this very callback. */
    record Captured(PaymentIntent intent) implements CallbackOutcome {}

    /** The same callback came before and counted then; it has no effect now. */
    record Replayed(PaymentIntent intent) implements CallbackOutcome {}

    record Refused(CallbackRefusal code) implements CallbackOutcome {}

    /** Why a callback had no effect, in the order in which the reasons are looked for. */
    enum CallbackRefusal {
        UNKNOWN_GATEWAY,
        SIGNATURE_DOES_NOT_MATCH,
        CALLBACK_IS_LATE,
        UNKNOWN_INTENT,
        PAYMENT_AMOUNT_ALTERED,
        INTENT_ALREADY_CAPTURED
    }
}

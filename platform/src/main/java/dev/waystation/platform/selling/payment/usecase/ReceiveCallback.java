package dev.waystation.platform.selling.payment.usecase;

import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.foundation.vault.Vault;
import dev.waystation.platform.selling.payment.CallbackOutcome;
import dev.waystation.platform.selling.payment.CallbackOutcome.CallbackRefusal;
import dev.waystation.platform.selling.payment.PaymentIntent;
import dev.waystation.platform.selling.payment.facts.PaymentCaptured;
import dev.waystation.platform.selling.payment.model.Callback;
import dev.waystation.platform.selling.payment.model.Notice;
import dev.waystation.platform.selling.payment.model.PaymentGateway;
import dev.waystation.platform.selling.payment.store.PaymentStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts the money a provider reports, once. The intent's row is locked, so callbacks of one
 * payment take turns; {@code capture_once_per_intent} guards it should the lock ever be lost.
 */
@Service
public class ReceiveCallback {

    /** A signature older or newer than this may have been recorded and played again. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final Gateways gateways;
    private final PaymentStore store;
    private final FactLog facts;
    private final Vault vault;
    private final Clock clock;

    ReceiveCallback(
            Gateways gateways, PaymentStore store, FactLog facts, Vault vault, Clock clock) {
        this.gateways = gateways;
        this.store = store;
        this.facts = facts;
        this.vault = vault;
        this.clock = clock;
    }

    /** Callbacks are dull by design: the answer depends on the message and on what counted. */
    @Transactional
    public CallbackOutcome handle(Callback callback) {
        Optional<PaymentGateway> gateway = gateways.named(callback.gateway());
        if (gateway.isEmpty()) {
            return new CallbackOutcome.Refused(CallbackRefusal.UNKNOWN_GATEWAY);
        }
        return switch (gateway.get().open(callback)) {
            case Notice.NotAuthentic() ->
                    new CallbackOutcome.Refused(CallbackRefusal.SIGNATURE_DOES_NOT_MATCH);
            case Notice.Paid paid -> count(callback, paid, clock.instant());
        };
    }

    private CallbackOutcome count(Callback callback, Notice.Paid paid, Instant now) {
        if (Duration.between(paid.sentAt(), now).abs().compareTo(TOLERANCE) > 0) {
            return new CallbackOutcome.Refused(CallbackRefusal.CALLBACK_IS_LATE);
        }
        Optional<PaymentIntent> found = store.locked(paid.intentId());
        if (found.isEmpty()) {
            return new CallbackOutcome.Refused(CallbackRefusal.UNKNOWN_INTENT);
        }
        PaymentIntent intent = found.get();
        if (!intent.amount().equals(paid.amount())) {
            return new CallbackOutcome.Refused(CallbackRefusal.PAYMENT_AMOUNT_ALTERED);
        }
        if (store.eventCounted(callback.gateway(), paid)) {
            return new CallbackOutcome.Replayed(intent);
        }
        if (!store.capture(
                callback.gateway(), paid, payerKey(callback, paid), callback.body(), now)) {
            return new CallbackOutcome.Refused(CallbackRefusal.INTENT_ALREADY_CAPTURED);
        }
        facts.append(
                new PaymentCaptured(
                        intent.id(),
                        intent.orderRef(),
                        intent.amount().minor(),
                        intent.amount().currency(),
                        now));
        return new CallbackOutcome.Captured(store.intent(intent.id()).orElseThrow());
    }

    private byte @Nullable [] payerKey(Callback callback, Notice.Paid paid) {
        return paid.payer() == null
                ? null
                : vault.blindIndex("payer of " + callback.gateway(), paid.payer());
    }
}

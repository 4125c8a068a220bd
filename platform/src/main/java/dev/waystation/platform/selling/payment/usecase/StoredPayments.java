package dev.waystation.platform.selling.payment.usecase;

import dev.waystation.amounts.Money;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.selling.payment.PaymentIntent;
import dev.waystation.platform.selling.payment.Payments;
import dev.waystation.platform.selling.payment.RefundOutcome;
import dev.waystation.platform.selling.payment.RefundOutcome.RefundRefusal;
import dev.waystation.platform.selling.payment.facts.PaymentRefunded;
import dev.waystation.platform.selling.payment.model.PaymentGateway;
import dev.waystation.platform.selling.payment.store.PaymentStore;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Payments kept in PostgreSQL. */
@Service
class StoredPayments implements Payments {

    private final PaymentStore store;
    private final Gateways gateways;
    private final FactLog facts;
    private final Clock clock;

    StoredPayments(PaymentStore store, Gateways gateways, FactLog facts, Clock clock) {
        this.store = store;
        this.gateways = gateways;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    @Transactional
    public PaymentIntent open(UUID orderRef, Money amount, String subject) {
        store.open(orderRef, amount, subject, clock.instant());
        PaymentIntent intent = store.ofOrder(orderRef).orElseThrow();
        if (!intent.amount().equals(amount)) {
            throw new IllegalStateException(
                    "order %s asks for %s, its intent %d says %s"
                            .formatted(orderRef, amount, intent.id(), intent.amount()));
        }
        return intent;
    }

    @Override
    public Optional<PaymentIntent> intent(long intentId) {
        return store.intent(intentId);
    }

    @Override
    public Optional<PaymentIntent> ofOrder(UUID orderRef) {
        return store.ofOrder(orderRef);
    }

    @Override
    public Optional<byte[]> payerKey(UUID orderRef) {
        return store.payerKey(orderRef);
    }

    @Override
    public Optional<String> payUrl(PaymentIntent intent) {
        return gateways.preferred().map(gateway -> gateway.payUrl(intent));
    }

    @Override
    @Transactional
    public RefundOutcome refund(UUID refundRef, UUID orderRef, Money amount, String reason) {
        Optional<PaymentIntent> found =
                store.ofOrder(orderRef).flatMap(it -> store.locked(it.id()));
        if (found.isEmpty() || !found.get().captured()) {
            return new RefundOutcome.Refused(RefundRefusal.NOTHING_WAS_CAPTURED);
        }
        PaymentIntent intent = found.get();
        Optional<Long> before = store.refundedBy(refundRef);
        if (before.isPresent()) {
            return new RefundOutcome.Refunded(
                    refundRef, new Money(before.get(), amount.currency()));
        }
        if (!store.addRefunded(intent.id(), amount.minor())) {
            return new RefundOutcome.Refused(RefundRefusal.REFUND_EXCEEDS_CAPTURE);
        }
        PaymentGateway gateway = gateways.named(store.gatewayOf(intent.id())).orElseThrow();
        String number = gateway.refund(intent, refundRef, amount);
        Instant now = clock.instant();
        store.refund(
                refundRef,
                intent,
                new PaymentStore.Returned(amount, reason, gateway.name(), number),
                now);
        facts.append(
                new PaymentRefunded(
                        intent.id(),
                        orderRef,
                        refundRef,
                        amount.minor(),
                        amount.currency(),
                        reason,
                        now));
        return new RefundOutcome.Refunded(refundRef, amount);
    }
}

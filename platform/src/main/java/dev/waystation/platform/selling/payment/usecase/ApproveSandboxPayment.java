package dev.waystation.platform.selling.payment.usecase;

import dev.waystation.platform.selling.payment.CallbackOutcome;
import dev.waystation.platform.selling.payment.CallbackOutcome.CallbackRefusal;
import dev.waystation.platform.selling.payment.PaymentIntent;
import dev.waystation.platform.selling.payment.SandboxPayments;
import dev.waystation.platform.selling.payment.store.PaymentStore;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The yes button of the sandbox's payment page. */
@Service
public class ApproveSandboxPayment implements SandboxPayments {

    private final SandboxGateway sandbox;
    private final ReceiveCallback receiveCallback;
    private final PaymentStore store;
    private final Clock clock;

    ApproveSandboxPayment(
            SandboxGateway sandbox,
            ReceiveCallback receiveCallback,
            PaymentStore store,
            Clock clock) {
        this.sandbox = sandbox;
        this.receiveCallback = receiveCallback;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public CallbackOutcome approve(long intentId, @Nullable String payer) {
        Optional<PaymentIntent> intent = store.intent(intentId);
        if (intent.isEmpty()) {
            return new CallbackOutcome.Refused(CallbackRefusal.UNKNOWN_INTENT);
        }
        return receiveCallback.handle(sandbox.paid(intent.get(), payer, clock.instant()));
    }
}

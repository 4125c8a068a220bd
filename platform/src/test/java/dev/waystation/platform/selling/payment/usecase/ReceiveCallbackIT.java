package dev.waystation.platform.selling.payment.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waystation.amounts.Money;
import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.Together;
import dev.waystation.platform.selling.payment.CallbackOutcome;
import dev.waystation.platform.selling.payment.CallbackOutcome.CallbackRefusal;
import dev.waystation.platform.selling.payment.PaymentIntent;
import dev.waystation.platform.selling.payment.Payments;
import dev.waystation.platform.selling.payment.RefundOutcome;
import dev.waystation.platform.selling.payment.RefundOutcome.RefundRefusal;
import dev.waystation.platform.selling.payment.SandboxPayments;
import dev.waystation.platform.selling.payment.model.Callback;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformIT
class ReceiveCallbackIT {

    private static final int CLIENTS = 64;

    @Autowired ReceiveCallback receiveCallback;
    @Autowired SandboxGateway sandbox;
    @Autowired SandboxPayments sandboxPayments;
    @Autowired Payments payments;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    @Test
    void countsASignedCallbackOnceAndSaysSoInAFact() {
        PaymentIntent intent = anIntent();
        Callback callback = sandbox.paid(intent, clock.instant());
        assertThat(receiveCallback.handle(callback)).isInstanceOf(CallbackOutcome.Captured.class);
        assertThat(receiveCallback.handle(callback)).isInstanceOf(CallbackOutcome.Replayed.class);
        assertThat(payments.intent(intent.id()).orElseThrow().captured()).isTrue();
        assertThat(capturedFacts(intent)).isEqualTo(1);
    }

    /** Each row spoils one thing more than the row before allows, so the order is tested too. */
    static Stream<Arguments> spoiltCallbacks() {
        return Stream.of(
                Arguments.of(
                        CallbackRefusal.UNKNOWN_GATEWAY,
                        (Spoil) (it, intent) -> new Callback("elsewhere", Map.of(), "{}")),
                Arguments.of(
                        CallbackRefusal.SIGNATURE_DOES_NOT_MATCH,
                        (Spoil)
                                (it, intent) -> {
                                    Callback good = it.sandbox.paid(intent, it.clock.instant());
                                    return new Callback(
                                            "sandbox",
                                            good.headers(),
                                            good.body().replace("55300", "100"));
                                }),
                Arguments.of(
                        CallbackRefusal.SIGNATURE_DOES_NOT_MATCH,
                        (Spoil)
                                (it, intent) -> {
                                    Callback good = it.sandbox.paid(intent, it.clock.instant());
                                    Map<String, String> headers = new HashMap<>(good.headers());
                                    headers.put("webhook-signature", "v1,bm90IG91cnM=");
                                    return new Callback("sandbox", headers, good.body());
                                }),
                Arguments.of(
                        CallbackRefusal.SIGNATURE_DOES_NOT_MATCH,
                        (Spoil)
                                (it, intent) ->
                                        it.sandbox.signed("evt-x", it.clock.instant(), "not json")),
                Arguments.of(
                        CallbackRefusal.CALLBACK_IS_LATE,
                        (Spoil)
                                (it, intent) ->
                                        it.sandbox.paid(
                                                intent,
                                                it.clock.instant().minus(Duration.ofSeconds(301)))),
                Arguments.of(
                        CallbackRefusal.UNKNOWN_INTENT,
                        (Spoil)
                                (it, intent) ->
                                        it.sandbox.paid(
                                                with(intent, Long.MAX_VALUE, intent.amount()),
                                                it.clock.instant())),
                Arguments.of(
                        CallbackRefusal.PAYMENT_AMOUNT_ALTERED,
                        (Spoil)
                                (it, intent) ->
                                        it.sandbox.paid(
                                                with(intent, intent.id(), Money.yuan(1)),
                                                it.clock.instant())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spoiltCallbacks")
    void refusesSpoiltCallbacksWithTheirOwnCodeAndWithoutEffect(CallbackRefusal code, Spoil spoil) {
        PaymentIntent intent = anIntent();
        CallbackOutcome outcome = receiveCallback.handle(spoil.spoil(this, intent));
        assertThat(outcome).isEqualTo(new CallbackOutcome.Refused(code));
        assertThat(payments.intent(intent.id()).orElseThrow().captured()).isFalse();
        assertThat(capturedFacts(intent)).isZero();
    }

    @Test
    void refusesASecondPaymentOfTheSameOrder() {
        PaymentIntent intent = anIntent();
        sandboxPayments.approve(intent.id());
        Callback other =
                sandbox.signed(
                        "evt-other-" + intent.id(),
                        clock.instant(),
                        sandbox.paid(intent, clock.instant()).body().replace("sbx-", "second-"));
        assertThat(receiveCallback.handle(other))
                .isEqualTo(new CallbackOutcome.Refused(CallbackRefusal.INTENT_ALREADY_CAPTURED));
        assertThat(capturedFacts(intent)).isEqualTo(1);
    }

    @Test
    void capturesOnceWhenSixtyFourCallbacksArriveTogether() {
        PaymentIntent intent = anIntent();
        List<CallbackOutcome> outcomes =
                Together.run(CLIENTS, client -> sandboxPayments.approve(intent.id()));
        assertThat(outcomes).filteredOn(CallbackOutcome.Captured.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(CallbackOutcome.Replayed.class::isInstance)
                .hasSize(CLIENTS - 1);
        assertThat(capturedFacts(intent)).isEqualTo(1);
    }

    @Test
    void controlWithoutTheKeyWouldCountTwice() {
        PaymentIntent intent = anIntent();
        assertThatThrownBy(
                        () -> {
                            insertCapture(intent, "a");
                            insertCapture(intent, "b");
                        })
                .hasMessageContaining("capture_once_per_intent");
    }

    @Test
    void refundsOncePerReferenceAndNeverMoreThanWasPaid() {
        PaymentIntent intent = anIntent();
        UUID order = intent.orderRef();
        UUID first = UUID.randomUUID();
        assertThat(payments.refund(first, order, Money.yuan(1), "TEST"))
                .isEqualTo(new RefundOutcome.Refused(RefundRefusal.NOTHING_WAS_CAPTURED));
        sandboxPayments.approve(intent.id());
        RefundOutcome returned = payments.refund(first, order, Money.yuan(55_000), "TEST");
        assertThat(returned).isEqualTo(new RefundOutcome.Refunded(first, Money.yuan(55_000)));
        assertThat(payments.refund(first, order, Money.yuan(55_000), "TEST")).isEqualTo(returned);
        assertThat(payments.refund(UUID.randomUUID(), order, Money.yuan(301), "TEST"))
                .isEqualTo(new RefundOutcome.Refused(RefundRefusal.REFUND_EXCEEDS_CAPTURE));
        assertThat(payments.intent(intent.id()).orElseThrow().refunded())
                .isEqualTo(Money.yuan(55_000));
    }

    @Test
    void opensOneIntentPerOrder() {
        UUID order = UUID.randomUUID();
        PaymentIntent intent = payments.open(order, Money.yuan(10), "G1");
        assertThat(payments.open(order, Money.yuan(10), "G1")).isEqualTo(intent);
        assertThatThrownBy(() -> payments.open(order, Money.yuan(11), "G1"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(order.toString());
    }

    interface Spoil {
        Callback spoil(ReceiveCallbackIT it, PaymentIntent intent);
    }

    private PaymentIntent anIntent() {
        return payments.open(UUID.randomUUID(), Money.yuan(55_300), "G1 2026-12-01");
    }

    private static PaymentIntent with(PaymentIntent intent, long id, Money amount) {
        return new PaymentIntent(
                id,
                intent.orderRef(),
                amount,
                intent.subject(),
                intent.openedAt(),
                intent.capturedAt(),
                intent.refunded());
    }

    private void insertCapture(PaymentIntent intent, String reference) {
        jdbc.sql(
                        """
                        insert into payment.capture
                               (intent_id, gateway, gateway_ref, event_id, amount_minor, captured_at,
                                body)
                        values (:id, 'test', :ref, :ref, 1, now(), '')
                        """)
                .param("id", intent.id())
                .param("ref", intent.id() + reference)
                .update();
    }

    private long capturedFacts(PaymentIntent intent) {
        return jdbc.sql(
                        """
                        select count(*) from foundation.fact
                         where type = 'payment.PaymentCaptured' and subject = :id
                        """)
                .param("id", intent.id())
                .query(Long.class)
                .single();
    }
}

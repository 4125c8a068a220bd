package dev.waystation.platform.selling.payment.web;

import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.selling.payment.CallbackOutcome;
import dev.waystation.platform.selling.payment.CallbackOutcome.CallbackRefusal;
import dev.waystation.platform.selling.payment.PaymentIntent;
import dev.waystation.platform.selling.payment.SandboxPayments;
import dev.waystation.platform.selling.payment.model.Callback;
import dev.waystation.platform.selling.payment.usecase.ReceiveCallback;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where providers report payments. A repeated callback is answered 200, or a provider would repeat
 * it for ever; the answer says that it had no effect.
 */
@RestController
class CallbackController {

    private final ReceiveCallback receiveCallback;
    private final SandboxPayments sandbox;

    CallbackController(ReceiveCallback receiveCallback, SandboxPayments sandbox) {
        this.receiveCallback = receiveCallback;
        this.sandbox = sandbox;
    }

    record Answer(String code, String intentId) {}

    @PostMapping("/v1/payment-callbacks/{gateway}")
    @Permission(Permission.PUBLIC)
    Answer receive(
            @PathVariable String gateway,
            @RequestHeader HttpHeaders headers,
            @RequestBody byte[] body) {
        return answer(
                receiveCallback.handle(
                        new Callback(
                                gateway,
                                headers.toSingleValueMap(),
                                new String(body, StandardCharsets.UTF_8))),
                "");
    }

    @PostMapping("/v1/sandbox-payments/{intentId}:approve")
    @Permission({Permission.MEMBER, "orders.sell"})
    Answer approve(@PathVariable String intentId) {
        return answer(sandbox.approve(PublicId.decode(PaymentIntent.PREFIX, intentId)), intentId);
    }

    private static Answer answer(CallbackOutcome outcome, String asked) {
        return switch (outcome) {
            case CallbackOutcome.Captured(PaymentIntent intent) ->
                    new Answer("PAYMENT_CAPTURED", publicId(intent));
            case CallbackOutcome.Replayed(PaymentIntent intent) ->
                    new Answer("CALLBACK_REPLAYED", publicId(intent));
            case CallbackOutcome.Refused(CallbackRefusal code) ->
                    throw Refusal.of(code.name(), status(code), Map.of("intent", asked));
        };
    }

    private static String publicId(PaymentIntent intent) {
        return PublicId.encode(PaymentIntent.PREFIX, intent.id());
    }

    private static HttpStatus status(CallbackRefusal code) {
        return switch (code) {
            case UNKNOWN_GATEWAY, UNKNOWN_INTENT -> HttpStatus.NOT_FOUND;
            case SIGNATURE_DOES_NOT_MATCH -> HttpStatus.UNAUTHORIZED;
            case CALLBACK_IS_LATE, PAYMENT_AMOUNT_ALTERED -> HttpStatus.UNPROCESSABLE_CONTENT;
            case INTENT_ALREADY_CAPTURED -> HttpStatus.CONFLICT;
        };
    }
}

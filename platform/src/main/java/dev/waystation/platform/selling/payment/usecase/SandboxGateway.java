package dev.waystation.platform.selling.payment.usecase;

import dev.waystation.amounts.Money;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.selling.payment.PaymentIntent;
import dev.waystation.platform.selling.payment.model.Callback;
import dev.waystation.platform.selling.payment.model.Notice;
import dev.waystation.platform.selling.payment.model.PaymentGateway;
import dev.waystation.platform.selling.payment.model.WebhookSignature;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A provider that lives in this process: no money moves, but its callbacks are signed and come
 * through the door every provider uses.
 */
@Component
class SandboxGateway implements PaymentGateway {

    static final String NAME = "sandbox";
    static final String ID = "webhook-id";
    static final String TIMESTAMP = "webhook-timestamp";
    static final String SIGNATURE = "webhook-signature";

    private final WebhookSignature signature;
    private final JsonMapper json;

    /**
     * @param secret shared between nodes of one deployment; drawn at random when empty, which is
     *     enough for one node
     */
    SandboxGateway(@Value("${waystation.payment.sandbox-secret:}") String secret, JsonMapper json) {
        this.signature =
                new WebhookSignature(
                        secret.isEmpty() ? drawn() : secret.getBytes(StandardCharsets.UTF_8));
        this.json = json;
    }

    private static byte[] drawn() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return secret;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String payUrl(PaymentIntent intent) {
        return "/app/pay/" + PublicId.encode(PaymentIntent.PREFIX, intent.id());
    }

    /** The callback this provider sends once the payer said yes. */
    Callback paid(PaymentIntent intent, Instant now) {
        return paid(intent, null, now);
    }

    Callback paid(PaymentIntent intent, @Nullable String payer, Instant now) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("type", "payment.succeeded");
        message.put("intentId", PublicId.encode(PaymentIntent.PREFIX, intent.id()));
        message.put("paymentNumber", "sbx-" + intent.id());
        message.put("amountMinor", intent.amount().minor());
        message.put("currency", intent.amount().currency());
        if (payer != null) {
            message.put("payer", payer);
        }
        return signed("evt-" + intent.id(), now, json.writeValueAsString(message));
    }

    Callback signed(String eventId, Instant now, String body) {
        return new Callback(
                NAME,
                Map.of(
                        ID, eventId,
                        TIMESTAMP, Long.toString(now.getEpochSecond()),
                        SIGNATURE, signature.sign(eventId, now, body)),
                body);
    }

    @Override
    public Notice open(Callback callback) {
        String eventId = callback.header(ID);
        Optional<Instant> signedAt =
                signature.signedAt(
                        eventId,
                        callback.header(TIMESTAMP),
                        callback.header(SIGNATURE),
                        callback.body());
        if (signedAt.isEmpty() || eventId.isEmpty()) {
            return new Notice.NotAuthentic();
        }
        try {
            JsonNode message = json.readTree(callback.body());
            return new Notice.Paid(
                    eventId,
                    signedAt.get(),
                    PublicId.decode(PaymentIntent.PREFIX, message.path("intentId").asString("")),
                    message.path("paymentNumber").asString(""),
                    new Money(
                            message.path("amountMinor").asLong(0),
                            message.path("currency").asString("")),
                    message.hasNonNull("payer") ? message.path("payer").asString("") : null);
        } catch (JacksonException | IllegalArgumentException | Malformed unreadable) {
            return new Notice.NotAuthentic();
        }
    }

    @Override
    public String refund(PaymentIntent intent, UUID refundRef, Money amount) {
        return "sbx-refund-" + refundRef;
    }
}

package dev.waystation.platform.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.selling.payment.model.WebhookSignature;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The payment provider's word: altered, forged, stale, good, and played again. */
final class CallbackChapter implements Chapter {

    private static final WebhookSignature PROVIDER =
            new WebhookSignature(Stage.PAYMENT_SECRET.getBytes(StandardCharsets.UTF_8));

    private static final String EVENT = "evt-story";

    private final Stage stage;
    private String order = "";
    private String payment = "";
    private long minor;

    CallbackChapter(Stage stage) {
        this.stage = stage;
    }

    @Override
    public List<Step> steps() {
        return List.of(
                new Step("a payment callback with another amount is refused", this::altered),
                new Step(
                        "one altered after signing, or signed by nobody, is refused", this::forged),
                new Step("one signed too long ago is refused", this::stale),
                new Step("the true one counts; played again it has no effect", this::replayed));
    }

    private String altered() {
        JsonNode placed =
                stage.young()
                        .order(stage.trip("HGG", "CAN", stage.today().plusDays(8)), "second", 1)
                        .body();
        order = placed.path("id").asString();
        minor = placed.at("/amount/minor").asLong();
        payment = stage.young().payment(order);
        return Refused.with(
                stage, send(body(minor - 1), stage.now()), 422, "PAYMENT_AMOUNT_ALTERED");
    }

    private String forged() {
        Instant now = stage.now();
        String signed = PROVIDER.sign(EVENT, now, body(minor));
        Refused.with(stage, send(body(1), now, signed), 401, "SIGNATURE_DOES_NOT_MATCH");
        return Refused.with(
                stage, send(body(minor), now, "v1,AAAA"), 401, "SIGNATURE_DOES_NOT_MATCH");
    }

    private String stale() {
        Instant before = stage.now().minus(Duration.ofMinutes(6));
        return Refused.with(stage, send(body(minor), before), 422, "CALLBACK_IS_LATE");
    }

    private String replayed() {
        assertThat(stage.young().status(order)).as("nothing counted so far").isEqualTo("held");
        assertThat(send(body(minor), stage.now()).code()).isEqualTo("PAYMENT_CAPTURED");
        Visitor.Answer again = send(body(minor), stage.now());
        Stage.await("the ticket", () -> stage.young().status(order).equals("paid"));
        return Refused.with(stage, again, 200, "CALLBACK_REPLAYED");
    }

    private String body(long amountMinor) {
        return """
        {"type":"payment.succeeded","intentId":"%s","paymentNumber":"story","amountMinor":%d,"currency":"CNY"}\
        """
                .formatted(payment, amountMinor);
    }

    private Visitor.Answer send(String body, Instant at) {
        return send(body, at, PROVIDER.sign(EVENT, at, body));
    }

    /** The provider is nobody we know: it has no session. */
    private Visitor.Answer send(String body, Instant at, String signature) {
        return new Visitor(stage.platform().url())
                .post(
                        "/v1/payment-callbacks/sandbox",
                        body,
                        Map.of(
                                "webhook-id",
                                EVENT,
                                "webhook-timestamp",
                                Long.toString(at.getEpochSecond()),
                                "webhook-signature",
                                signature));
    }
}

package dev.waystation.platform.engagement.webhooks.web;

import dev.waystation.platform.engagement.webhooks.WebhookRefusal;
import dev.waystation.platform.engagement.webhooks.model.Delivery;
import dev.waystation.platform.engagement.webhooks.model.Endpoint;
import dev.waystation.platform.engagement.webhooks.usecase.KeepEndpoints;
import dev.waystation.platform.engagement.webhooks.usecase.ToldFacts;
import dev.waystation.platform.foundation.edge.Cursor;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.foundation.edge.RefusalProblem;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Webhooks for developers: where to, what was sent, and once more. */
@RestController
class WebhookPages {

    private static final String ENDPOINT = "whk";
    private static final String DELIVERY = "dlv";

    record NewWebhook(String url, List<String> types) {}

    /** An endpoint; the secret only in the answer that makes it. */
    record WebhookView(
            String id,
            String url,
            List<String> types,
            String state,
            Instant createdAt,
            @Nullable String secret) {

        static WebhookView of(Endpoint endpoint, @Nullable String secret) {
            return new WebhookView(
                    PublicId.encode(ENDPOINT, endpoint.id()),
                    endpoint.url(),
                    endpoint.types(),
                    endpoint.state(),
                    endpoint.createdAt(),
                    secret);
        }
    }

    record DeliveryView(
            String id,
            String messageId,
            String type,
            String state,
            int attempts,
            Instant dueAt,
            Instant createdAt,
            @Nullable Instant settledAt) {

        static DeliveryView of(Delivery each) {
            return new DeliveryView(
                    PublicId.encode(DELIVERY, each.id()),
                    each.messageId(),
                    each.type(),
                    each.state(),
                    each.attempts(),
                    each.dueAt(),
                    each.createdAt(),
                    each.settledAt());
        }
    }

    /** A delivery with its body and every attempt. */
    record DeliveryDetail(DeliveryView delivery, String payload, List<Delivery.Attempt> history) {}

    private final KeepEndpoints endpoints;
    private final ToldFacts told;

    WebhookPages(KeepEndpoints endpoints, ToldFacts told) {
        this.endpoints = endpoints;
        this.told = told;
    }

    /** What can be subscribed to. */
    @GetMapping("/v1/webhook-types")
    @Permission("events.read")
    Set<String> webhookTypes() {
        return told.types();
    }

    @GetMapping("/v1/webhooks")
    @Permission("events.read")
    List<WebhookView> webhooks() {
        return endpoints.all().stream().map(each -> WebhookView.of(each, null)).toList();
    }

    @PostMapping("/v1/webhooks")
    @Permission("events.write")
    @ResponseStatus(HttpStatus.CREATED)
    WebhookView addWebhook(@RequestBody NewWebhook wanted) {
        KeepEndpoints.Made made = endpoints.add(wanted.url(), wanted.types());
        return WebhookView.of(made.endpoint(), made.secret());
    }

    @PostMapping("/v1/webhooks/{id}:pause")
    @Permission("events.write")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void pauseWebhook(@PathVariable String id) {
        set(id, "paused");
    }

    @PostMapping("/v1/webhooks/{id}:resume")
    @Permission("events.write")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resumeWebhook(@PathVariable String id) {
        set(id, "active");
    }

    private void set(String id, String state) {
        if (!endpoints.setState(PublicId.decode(ENDPOINT, id), state)) {
            throw refusal(WebhookRefusal.WEBHOOK_NOT_FOUND);
        }
    }

    @GetMapping("/v1/webhooks/{id}/deliveries")
    @Permission("events.read")
    Page<DeliveryView> webhookDeliveries(
            @PathVariable String id, @RequestParam(required = false) @Nullable Integer limit) {
        return new Page<>(
                        endpoints.deliveries(
                                PublicId.decode(ENDPOINT, id), Long.MAX_VALUE, Cursor.limit(limit)),
                        null)
                .map(DeliveryView::of);
    }

    @GetMapping("/v1/webhook-deliveries/{id}")
    @Permission("events.read")
    DeliveryDetail webhookDelivery(@PathVariable String id) {
        long number = PublicId.decode(DELIVERY, id);
        Delivery delivery =
                endpoints
                        .delivery(number)
                        .orElseThrow(() -> refusal(WebhookRefusal.DELIVERY_NOT_FOUND));
        return new DeliveryDetail(
                DeliveryView.of(delivery), delivery.payload(), endpoints.attempts(number));
    }

    @PostMapping("/v1/webhook-deliveries/{id}:replay")
    @Permission("events.write")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void replayDelivery(@PathVariable String id) {
        if (!endpoints.again(PublicId.decode(DELIVERY, id))) {
            throw refusal(WebhookRefusal.DELIVERY_NOT_FOUND);
        }
    }

    private static RefusalProblem refusal(WebhookRefusal code) {
        return Refusal.of(code, HttpStatus.NOT_FOUND);
    }
}

package dev.waystation.platform.engagement.webhooks.store;

import dev.waystation.platform.engagement.webhooks.model.Delivery;
import dev.waystation.platform.foundation.vault.WebhookSignature;
import dev.waystation.platform.foundation.wiring.MachineTime;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sends one delivery over the network. It follows no redirects: the signature is for one address.
 */
@Component
public class Post {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final MachineTime machine;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(5))
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    Post(MachineTime machine) {
        this.machine = machine;
    }

    public Delivery.Attempt send(Delivery delivery, String url, String secret) {
        Instant at = machine.now();
        long seconds = at.getEpochSecond();
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/cloudevents+json")
                        .header(WebhookSignature.ID, delivery.messageId())
                        .header(WebhookSignature.TIMESTAMP, Long.toString(seconds))
                        .header(
                                WebhookSignature.SIGNATURE,
                                WebhookSignature.sign(
                                        secret, delivery.messageId(), seconds, delivery.payload()))
                        .POST(HttpRequest.BodyPublishers.ofString(delivery.payload()))
                        .build();
        try {
            int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return attempt(delivery, at, status, null);
        } catch (IOException lost) {
            return attempt(delivery, at, null, lost.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return attempt(delivery, at, null, "interrupted");
        }
    }

    private Delivery.Attempt attempt(
            Delivery delivery, Instant at, @Nullable Integer status, @Nullable String error) {
        return new Delivery.Attempt(
                delivery.attempts() + 1,
                at,
                status,
                error,
                Math.toIntExact(Duration.between(at, machine.now()).toMillis()));
    }
}

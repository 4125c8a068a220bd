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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sends one delivery over the network. It follows no redirects: the signature is for one address.
 */
@Component
public class Post {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** Whoever says more than this has said nothing. */
    private static final int MOST_BYTES = 65_536;

    private final MachineTime machine;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(5))
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    Post(MachineTime machine) {
        this.machine = machine;
    }

    /** What was said: a body, or why there is none when there is no status. */
    public record Heard(@Nullable Integer status, String said) {}

    /** Asks and reads the answer, as much of it as anybody needs. */
    public Heard ask(String url, String secret, String messageId, String body) {
        HttpRequest request = signed(url, secret, messageId, body, machine.now());
        // the request's own patience ends with the headers; a body may drip for ever
        Future<HttpResponse<String>> answer =
                http.sendAsync(
                        request,
                        HttpResponse.BodyHandlers.limiting(
                                HttpResponse.BodyHandlers.ofString(), MOST_BYTES));
        try {
            HttpResponse<String> heard = answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return new Heard(heard.statusCode(), heard.body());
        } catch (ExecutionException lost) {
            return new Heard(null, String.valueOf(lost.getCause()));
        } catch (TimeoutException silent) {
            answer.cancel(true);
            return new Heard(null, "silent");
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return new Heard(null, "interrupted");
        }
    }

    private static HttpRequest signed(
            String url, String secret, String messageId, String body, Instant at) {
        long seconds = at.getEpochSecond();
        return HttpRequest.newBuilder(URI.create(url))
                .timeout(PATIENCE)
                .header("Content-Type", "application/cloudevents+json")
                .header(WebhookSignature.ID, messageId)
                .header(WebhookSignature.TIMESTAMP, Long.toString(seconds))
                .header(
                        WebhookSignature.SIGNATURE,
                        WebhookSignature.sign(secret, messageId, seconds, body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    public Delivery.Attempt send(Delivery delivery, String url, String secret) {
        Instant at = machine.now();
        HttpRequest request = signed(url, secret, delivery.messageId(), delivery.payload(), at);
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

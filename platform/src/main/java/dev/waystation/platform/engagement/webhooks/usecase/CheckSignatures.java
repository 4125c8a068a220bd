package dev.waystation.platform.engagement.webhooks.usecase;

import dev.waystation.platform.engagement.webhooks.model.Delivery;
import dev.waystation.platform.engagement.webhooks.store.DeliveryStore;
import dev.waystation.platform.engagement.webhooks.store.EndpointStore;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.vault.WebhookSignature;
import dev.waystation.platform.foundation.wiring.MachineTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says of a signed request what a receiver should find, and makes one to try a receiver with. */
@Service
public class CheckSignatures {

    /** What stood in the headers and the body of a request, and the secret it should fit. */
    public record Command(
            String secret,
            @Nullable String id,
            @Nullable String timestamp,
            @Nullable String signature,
            String body) {}

    /**
     * What was found.
     *
     * @param expected what the signature of these parts is; null where the moment is unreadable
     */
    public record Checked(WebhookSignature.Verdict verdict, @Nullable String expected) {}

    private final DeliveryStore deliveries;
    private final EndpointStore endpoints;
    private final MachineTime machine;

    CheckSignatures(DeliveryStore deliveries, EndpointStore endpoints, MachineTime machine) {
        this.deliveries = deliveries;
        this.endpoints = endpoints;
        this.machine = machine;
    }

    public Checked handle(Command asked) {
        try {
            WebhookSignature.Verdict verdict =
                    WebhookSignature.verify(
                            asked.secret().strip(),
                            asked.id(),
                            asked.timestamp(),
                            asked.signature(),
                            asked.body(),
                            machine.now());
            return new Checked(verdict, expected(asked));
        } catch (IllegalArgumentException notBase64) {
            throw new Malformed("secret", "…", "give the secret as it was shown, with whsec_");
        }
    }

    private static @Nullable String expected(Command asked) {
        if (asked.id() == null
                || asked.timestamp() == null
                || !asked.timestamp().matches("\\d{1,15}")) {
            return null;
        }
        return WebhookSignature.sign(
                asked.secret().strip(),
                asked.id(),
                Long.parseLong(asked.timestamp()),
                asked.body());
    }

    /** The delivery as a command line, signed now; receivers take it for five minutes. */
    @Transactional(readOnly = true)
    public Optional<String> curl(long deliveryId) {
        return deliveries
                .find(deliveryId)
                .flatMap(delivery ->
                        endpoints
                                .find(delivery.endpointId())
                                .map(endpoint -> curl(delivery, endpoint.url())));
    }

    private String curl(Delivery delivery, String url) {
        long seconds = machine.now().getEpochSecond();
        String signature =
                WebhookSignature.sign(
                        endpoints.secret(delivery.endpointId()),
                        delivery.messageId(),
                        seconds,
                        delivery.payload());
        return """
        curl -X POST '%s' \\
          -H 'Content-Type: application/cloudevents+json' \\
          -H '%s: %s' \\
          -H '%s: %d' \\
          -H '%s: %s' \\
          --data-raw '%s'
        """
                .formatted(
                        quoted(url),
                        WebhookSignature.ID,
                        delivery.messageId(),
                        WebhookSignature.TIMESTAMP,
                        seconds,
                        WebhookSignature.SIGNATURE,
                        signature,
                        quoted(delivery.payload()))
                .strip();
    }

    /** Inside single quotes of a shell. */
    private static String quoted(String text) {
        return text.replace("'", "'\\''");
    }
}

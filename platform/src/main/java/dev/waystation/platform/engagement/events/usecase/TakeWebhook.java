package dev.waystation.platform.engagement.events.usecase;

import dev.waystation.platform.engagement.events.model.Mapping;
import dev.waystation.platform.engagement.events.model.Source;
import dev.waystation.platform.engagement.events.store.HookStore;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.vault.WebhookSignature;
import dev.waystation.platform.foundation.wiring.MachineTime;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes in a webhook somebody signed by the Standard Webhooks specification. Its id becomes the
 * message id, so that a repetition has no effect; its {@code type} names the event, its {@code
 * data} are the properties. A source with a mapping says all that in its own words.
 */
@Service
public class TakeWebhook {

    /** What became of a request. */
    public sealed interface Outcome {
        record Taken(TakeEvents.Outcome taken) implements Outcome {}

        /** The signature is not right, or the source has no secret. */
        record NotSigned(WebhookSignature.Verdict why) implements Outcome {}
    }

    private final HookStore hooks;
    private final ReadMessages read;
    private final TakeEvents take;
    private final JsonMapper json;
    private final Clock clock;
    private final MachineTime machine;

    TakeWebhook(
            HookStore hooks,
            ReadMessages read,
            TakeEvents take,
            JsonMapper json,
            Clock clock,
            MachineTime machine) {
        this.hooks = hooks;
        this.read = read;
        this.take = take;
        this.json = json;
        this.clock = clock;
        this.machine = machine;
    }

    /** A request with its headers in small letters. */
    public Outcome handle(int sourceId, Map<String, String> headers, byte[] body) {
        TakeEvents.requireFit(body);
        Optional<HookStore.Hook> hook = hooks.find(sourceId);
        if (hook.isEmpty()) {
            return new Outcome.NotSigned(WebhookSignature.Verdict.WRONG);
        }
        String id = headers.get(WebhookSignature.ID);
        WebhookSignature.Verdict verdict =
                WebhookSignature.verify(
                        hook.get().secret(),
                        id,
                        headers.get(WebhookSignature.TIMESTAMP),
                        headers.get(WebhookSignature.SIGNATURE),
                        new String(body, StandardCharsets.UTF_8),
                        machine.now());
        if (verdict != WebhookSignature.Verdict.VALID || id == null) {
            return new Outcome.NotSigned(verdict);
        }
        Source source = hook.get().source();
        return new Outcome.Taken(take(source, id, tree(body)));
    }

    /** Something its sender vouches for, in the source's own words or in ours. */
    TakeEvents.Outcome take(Source source, String id, JsonNode sent) {
        ObjectNode message =
                source.mapping() == null
                        ? standard(id, sent)
                        : Mapping.parse(source.mapping()).message(sent);
        if (!message.has("messageId")) {
            message.put("messageId", id);
        }
        ObjectNode batch = json.createObjectNode();
        batch.putArray("batch").add(message);
        return take.take(source, read.batch(json.writeValueAsBytes(batch)), clock.instant());
    }

    private JsonNode tree(byte[] body) {
        JsonNode sent;
        try {
            sent = json.readTree(body);
        } catch (JacksonException broken) {
            throw new Malformed(
                    "body", Texts.beginning(body), "send JSON that can be read to its end");
        }
        Malformed.require(sent.isObject(), "body", Texts.beginning(body), "send a JSON object");
        return sent;
    }

    private ObjectNode standard(String id, JsonNode sent) {
        ObjectNode message = json.createObjectNode();
        message.put("type", "track");
        message.put("messageId", id);
        message.set("event", sent.path("type"));
        JsonNode data = sent.path("data");
        JsonNode user = data.path("userId");
        message.put(user.isString() ? "userId" : "anonymousId", user.asString("-"));
        if (sent.hasNonNull("timestamp")) {
            message.set("timestamp", sent.get("timestamp"));
        }
        message.set("properties", data.isObject() ? data : json.createObjectNode());
        return message;
    }
}

package dev.waystation.platform.engagement.events.web;

import dev.waystation.platform.engagement.events.EventRefusal;
import dev.waystation.platform.engagement.events.usecase.KeepSources;
import dev.waystation.platform.engagement.events.usecase.TakeCloudEvents;
import dev.waystation.platform.engagement.events.usecase.TakeWebhook;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Events in two common envelopes: CloudEvents and signed webhooks. */
@RestController
class HookCalls {

    /** The secret of a source's webhooks, shown once. */
    record SecretView(String secret) {}

    private final TakeCloudEvents clouds;
    private final TakeWebhook hooks;
    private final KeepSources sources;

    HookCalls(TakeCloudEvents clouds, TakeWebhook hooks, KeepSources sources) {
        this.clouds = clouds;
        this.hooks = hooks;
        this.sources = sources;
    }

    /** Structured, a batch, or with attributes in headers; by write key. */
    @PostMapping("/v1/cloudevents")
    @Permission(Permission.PUBLIC)
    @ResponseStatus(HttpStatus.ACCEPTED)
    IntakeCalls.TakenView cloudEvents(
            @RequestHeader HttpHeaders headers, @RequestBody(required = false) byte[] body) {
        return IntakeCalls.answer(
                clouds.handle(
                        IntakeCalls.key(headers),
                        headers.toSingleValueMap(),
                        body == null ? new byte[0] : body));
    }

    /** A webhook of a source, by its signature. */
    @PostMapping("/v1/event-hooks/{sourceId}")
    @Permission(Permission.PUBLIC)
    @ResponseStatus(HttpStatus.ACCEPTED)
    IntakeCalls.TakenView eventHook(
            @PathVariable String sourceId,
            @RequestHeader HttpHeaders headers,
            @RequestBody byte[] body) {
        Map<String, String> small = new HashMap<>();
        headers.toSingleValueMap()
                .forEach((name, value) -> small.put(name.toLowerCase(Locale.ROOT), value));
        return switch (hooks.handle(
                Math.toIntExact(PublicId.decode("src", sourceId)), small, body)) {
            case TakeWebhook.Outcome.Taken(var taken) -> IntakeCalls.answer(taken);
            case TakeWebhook.Outcome.NotSigned(var why) ->
                    throw Refusal.of(
                            EventRefusal.HOOK_NOT_SIGNED,
                            HttpStatus.UNAUTHORIZED,
                            Map.of("why", why.name()));
        };
    }

    /** Makes the secret by which a source signs; an older one is void at once. */
    @PostMapping("/v1/event-sources/{id}:hook-secret")
    @Permission("events.write")
    SecretView hookSecret(@PathVariable String id) {
        return new SecretView(
                sources.hookSecret(Math.toIntExact(PublicId.decode("src", id)))
                        .orElseThrow(() -> Refusal.notFound(id)));
    }
}

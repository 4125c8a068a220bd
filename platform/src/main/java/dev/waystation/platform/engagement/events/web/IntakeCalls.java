package dev.waystation.platform.engagement.events.web;

import dev.waystation.platform.engagement.events.EventRefusal;
import dev.waystation.platform.engagement.events.model.Call;
import dev.waystation.platform.engagement.events.usecase.TakeEvents;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.foundation.edge.Said;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The six calls and their batch, at the addresses that common libraries know. A source signs in by
 * its write key as the user name of basic authentication; the message id makes a repetition
 * harmless, so no other key is asked for.
 */
@RestController
class IntakeCalls {

    /** How many are durable now, how many were known already, and which wait in quarantine. */
    record TakenView(int accepted, int repeated, List<BadView> quarantined) {}

    /** One message that waits in quarantine. */
    record BadView(int place, String field, String value, Said remedy) {
        static BadView of(TakeEvents.Bad bad) {
            return new BadView(bad.place(), bad.field(), bad.value(), bad.remedy());
        }
    }

    private final TakeEvents take;

    IntakeCalls(TakeEvents take) {
        this.take = take;
    }

    @PostMapping("/v1/identify")
    @Permission(Permission.PUBLIC)
    @ResponseStatus(HttpStatus.ACCEPTED)
    TakenView identify(@RequestHeader HttpHeaders headers, @RequestBody byte[] body) {
        return take(headers, Call.IDENTIFY, body);
    }

    @PostMapping("/v1/track")
    @Permission(Permission.PUBLIC)
    @ResponseStatus(HttpStatus.ACCEPTED)
    TakenView track(@RequestHeader HttpHeaders headers, @RequestBody byte[] body) {
        return take(headers, Call.TRACK, body);
    }

    @PostMapping("/v1/page")
    @Permission(Permission.PUBLIC)
    @ResponseStatus(HttpStatus.ACCEPTED)
    TakenView page(@RequestHeader HttpHeaders headers, @RequestBody byte[] body) {
        return take(headers, Call.PAGE, body);
    }

    @PostMapping("/v1/screen")
    @Permission(Permission.PUBLIC)
    @ResponseStatus(HttpStatus.ACCEPTED)
    TakenView screen(@RequestHeader HttpHeaders headers, @RequestBody byte[] body) {
        return take(headers, Call.SCREEN, body);
    }

    @PostMapping("/v1/group")
    @Permission(Permission.PUBLIC)
    @ResponseStatus(HttpStatus.ACCEPTED)
    TakenView group(@RequestHeader HttpHeaders headers, @RequestBody byte[] body) {
        return take(headers, Call.GROUP, body);
    }

    @PostMapping("/v1/alias")
    @Permission(Permission.PUBLIC)
    @ResponseStatus(HttpStatus.ACCEPTED)
    TakenView alias(@RequestHeader HttpHeaders headers, @RequestBody byte[] body) {
        return take(headers, Call.ALIAS, body);
    }

    @PostMapping("/v1/batch")
    @Permission(Permission.PUBLIC)
    @ResponseStatus(HttpStatus.ACCEPTED)
    TakenView batch(@RequestHeader HttpHeaders headers, @RequestBody byte[] body) {
        return take(headers, null, body);
    }

    private TakenView take(HttpHeaders headers, @Nullable Call call, byte[] body) {
        return answer(take.handle(new TakeEvents.Command(key(headers), call, body)));
    }

    static TakenView answer(TakeEvents.Outcome outcome) {
        return switch (outcome) {
            case TakeEvents.Outcome.Taken(int accepted, int repeated, List<TakeEvents.Bad> bad) ->
                    new TakenView(accepted, repeated, bad.stream().map(BadView::of).toList());
            case TakeEvents.Outcome.UnknownKey _ ->
                    throw Refusal.of(EventRefusal.WRITE_KEY_UNKNOWN, HttpStatus.UNAUTHORIZED);
            case TakeEvents.Outcome.Busy busy ->
                    throw Refusal.of(EventRefusal.EVENTS_BUSY, HttpStatus.SERVICE_UNAVAILABLE)
                            .retryAfterSeconds(Math.toIntExact(busy.retryAfter().toSeconds() + 1));
        };
    }

    /** The user name of basic authentication. */
    static @Nullable String key(HttpHeaders headers) {
        @Nullable String given = headers.getFirst(HttpHeaders.AUTHORIZATION);
        if (given == null || !given.startsWith("Basic ")) {
            return null;
        }
        try {
            String pair =
                    new String(
                            Base64.getDecoder().decode(given.substring(6).strip()),
                            StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0 ? pair : pair.substring(0, colon);
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }
}

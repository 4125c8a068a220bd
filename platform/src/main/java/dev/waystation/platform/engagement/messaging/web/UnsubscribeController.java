package dev.waystation.platform.engagement.messaging.web;

import dev.waystation.platform.engagement.messaging.usecase.Unsubscribe;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.Refusal;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * One click under a mail (RFC 8058). A mail program posts here without any sign-in, and scanners
 * that only look at addresses change nothing.
 */
@RestController
class UnsubscribeController {

    private final Unsubscribe unsubscribe;

    UnsubscribeController(Unsubscribe unsubscribe) {
        this.unsubscribe = unsubscribe;
    }

    @PostMapping("/v1/unsubscribes/{token}")
    @Permission(Permission.PUBLIC)
    Unsubscribe.Done unsubscribe(@PathVariable String token) {
        return unsubscribe
                .handle(token)
                .orElseThrow(() ->
                        Refusal.of("UNSUBSCRIBE_LINK_IS_UNKNOWN", HttpStatus.NOT_FOUND, Map.of()));
    }
}

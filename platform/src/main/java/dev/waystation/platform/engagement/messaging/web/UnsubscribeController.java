package dev.waystation.platform.engagement.messaging.web;

import dev.waystation.platform.engagement.messaging.usecase.Unsubscribe;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * One click under a mail (RFC 8058). A mail program posts here without any sign-in, and scanners
 * that only look at addresses change nothing.
 */
@RestController
class UnsubscribeController {

    private static final String HEAD =
            """
            <!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width,initial-scale=1"><title>退订 · Unsubscribe</title>
            <style>body{font:16px/1.7 system-ui,sans-serif;max-width:30em;margin:12vh auto;padding:0 20px;color:#22262b}
            button{font:inherit;padding:10px 22px;border:0;border-radius:8px;background:#2b4a8b;color:#fff}</style></head><body>
            """;

    private static final String ASK =
            "<p>确认后，我们不再给您发送这类邮件。<br>Confirm, and we send you no more mails of this kind.</p>";

    private static final String DONE =
            """
            <p>已退订，立即生效。随时可以在应用的通知设置里重新打开。<br>Done, from now on. You can switch them on again in the app at any time.</p>
            """;

    private final Unsubscribe unsubscribe;

    UnsubscribeController(Unsubscribe unsubscribe) {
        this.unsubscribe = unsubscribe;
    }

    /** What a person sees who opens the address: opening alone withdraws nothing. */
    @GetMapping("/v1/unsubscribes/{token:[A-Za-z0-9_-]+}")
    @Permission(Permission.PUBLIC)
    ResponseEntity<String> askUnsubscribe(@PathVariable String token) {
        return page(
                ASK
                        + "<form method=\"post\" action=\"/v1/unsubscribes/"
                        + token
                        + "/person\"><button type=\"submit\">退订 · Unsubscribe</button></form>");
    }

    /** The button of that page. */
    @PostMapping("/v1/unsubscribes/{token}/person")
    @Permission(Permission.PUBLIC)
    ResponseEntity<String> unsubscribePerson(@PathVariable String token) {
        unsubscribe(token);
        return page(DONE);
    }

    private static ResponseEntity<String> page(String words) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .body(HEAD + words + "</body></html>");
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

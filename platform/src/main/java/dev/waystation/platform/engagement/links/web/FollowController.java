package dev.waystation.platform.engagement.links.web;

import dev.waystation.platform.engagement.links.Visitor;
import dev.waystation.platform.engagement.links.usecase.FollowShortLink;
import dev.waystation.platform.foundation.edge.Permission;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The short address itself, opened by browsers: it leads on, or says in words that it can't. */
@RestController
class FollowController {

    private static final String GONE =
            """
            这个链接已停用。请打开会员应用查看最新活动。
            This link is no longer in use. Open the member app to see what is on.
            """;

    private final FollowShortLink follow;

    FollowController(FollowShortLink follow) {
        this.follow = follow;
    }

    @GetMapping("/s/{address}")
    @Permission(Permission.PUBLIC)
    ResponseEntity<String> follow(@PathVariable String address, HttpServletRequest request) {
        var visitor =
                new Visitor(
                        request.getMethod(),
                        text(request.getHeader(HttpHeaders.USER_AGENT)),
                        text(request.getHeader("Sec-Purpose"))
                                + text(request.getHeader("Purpose")));
        return follow.handle(new FollowShortLink.Command(address, visitor))
                .map(FollowController::onward)
                .orElseGet(() ->
                        ResponseEntity.status(HttpStatus.NOT_FOUND)
                                .contentType(
                                        new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                                .body(GONE));
    }

    /** Never kept by anybody on the way: each click is a click. */
    private static ResponseEntity<String> onward(String target) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create(target))
                .cacheControl(CacheControl.noStore())
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex, nofollow")
                .build();
    }

    private static String text(@Nullable String header) {
        return header == null ? "" : header;
    }
}

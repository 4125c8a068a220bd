package dev.waystation.platform.engagement.messaging.web;

import dev.waystation.platform.engagement.links.Visitor;
import dev.waystation.platform.engagement.messaging.usecase.MailSigns;
import dev.waystation.platform.foundation.edge.Permission;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Base64;
import java.util.Objects;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The dot in a mail: always the same picture, whatever the token says. */
@RestController
class OpeningController {

    private static final byte[] DOT =
            Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    private final MailSigns signs;

    OpeningController(MailSigns signs) {
        this.signs = signs;
    }

    @GetMapping("/o/{token}")
    @Permission(Permission.PUBLIC)
    ResponseEntity<byte[]> dot(@PathVariable String token, HttpServletRequest request) {
        signs.shown(
                token,
                new Visitor(
                        request.getMethod(),
                        text(request, HttpHeaders.USER_AGENT),
                        text(request, "Sec-Purpose") + text(request, "Purpose")));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_GIF)
                .cacheControl(CacheControl.noStore())
                .body(DOT);
    }

    private static String text(HttpServletRequest request, String header) {
        return Objects.requireNonNullElse(request.getHeader(header), "");
    }
}

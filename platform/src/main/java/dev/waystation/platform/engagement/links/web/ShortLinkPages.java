package dev.waystation.platform.engagement.links.web;

import dev.waystation.platform.engagement.links.LinkRefusal;
import dev.waystation.platform.engagement.links.model.Clicks;
import dev.waystation.platform.engagement.links.usecase.KeepLinks;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Short links for staff. */
@RestController
class ShortLinkPages {

    /** A link, and how many followed it. */
    record ShortLinkView(
            String code,
            String title,
            String address,
            String target,
            Map<String, String> campaign,
            Instant createdAt,
            @Nullable Instant retiredAt,
            long people,
            long members,
            long machines) {

        static ShortLinkView of(KeepLinks.Shown shown) {
            return new ShortLinkView(
                    shown.link().code(),
                    shown.link().title(),
                    shown.address(),
                    shown.link().target(),
                    shown.link().campaign(),
                    shown.link().createdAt(),
                    shown.link().retiredAt(),
                    shown.clicks().people(),
                    shown.clicks().members(),
                    shown.clicks().machines());
        }
    }

    /** What is wanted of a link; an absent code is drawn. */
    record ShortLinkDraft(
            @Nullable String code,
            String title,
            String target,
            @Nullable Map<String, String> campaign) {}

    /** A link with its clicks of people by local day. */
    record ShortLinkReport(ShortLinkView link, List<Clicks.Day> days) {}

    private final KeepLinks links;

    ShortLinkPages(KeepLinks links) {
        this.links = links;
    }

    @GetMapping("/v1/short-links")
    @Permission("messages.read")
    List<ShortLinkView> shortLinks() {
        return links.newest().stream().map(ShortLinkView::of).toList();
    }

    @GetMapping("/v1/short-links/{code}")
    @Permission("messages.read")
    ShortLinkReport shortLink(@PathVariable String code) {
        return links.show(code)
                .map(shown -> new ShortLinkReport(ShortLinkView.of(shown), links.days(code)))
                .orElseThrow(ShortLinkPages::notFound);
    }

    @PostMapping("/v1/short-links")
    @Permission("journeys.write")
    @ResponseStatus(HttpStatus.CREATED)
    ShortLinkView makeShortLink(@RequestBody ShortLinkDraft wanted) {
        Map<String, String> campaign = wanted.campaign();
        return links.handle(
                        new KeepLinks.Command(
                                wanted.code(),
                                wanted.title(),
                                wanted.target(),
                                campaign == null ? Map.of() : campaign))
                .map(ShortLinkView::of)
                .orElseThrow(
                        () -> Refusal.of(LinkRefusal.SHORT_LINK_CODE_TAKEN, HttpStatus.CONFLICT));
    }

    @PostMapping("/v1/short-links/{code}:retire")
    @Permission("journeys.write")
    ShortLinkView retireShortLink(@PathVariable String code) {
        return links.retire(code).map(ShortLinkView::of).orElseThrow(ShortLinkPages::notFound);
    }

    private static RuntimeException notFound() {
        return Refusal.of(LinkRefusal.SHORT_LINK_NOT_FOUND, HttpStatus.NOT_FOUND);
    }
}

package dev.waystation.platform.members.membership.web;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Cursor;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.members.membership.Consent;
import dev.waystation.platform.members.membership.MemberCard;
import dev.waystation.platform.members.membership.usecase.RevealField;
import dev.waystation.platform.members.membership.usecase.SearchMembers;
import dev.waystation.platform.members.membership.usecase.ShowMember;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Members as staff sees them. */
@RestController
class MemberPages {

    /** The member's page: card, consents, and the parts other modules own. */
    record MemberView(
            @JsonUnwrapped MemberJson.CardView card,
            List<Consent> consents,
            @JsonAnyGetter Map<String, Object> sections) {}

    /** Which field, and why somebody has to see it. */
    record RevealRequest(String field, String reason) {}

    /** The field in clear. */
    record RevealView(String field, String value, Instant at) {}

    private final SearchMembers search;
    private final ShowMember show;
    private final RevealField reveal;
    private final Clock clock;

    MemberPages(SearchMembers search, ShowMember show, RevealField reveal, Clock clock) {
        this.search = search;
        this.show = show;
        this.reveal = reveal;
        this.clock = clock;
    }

    @GetMapping("/v1/members")
    @Permission("members.read")
    Page<MemberJson.CardView> members(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        Page<MemberCard> page =
                q == null || q.isBlank()
                        ? search.newest(Cursor.parse(cursor, 1), Cursor.limit(limit))
                        : search.matching(q);
        LocalDate today = LocalDate.now(clock);
        return page.items().isEmpty() && q != null
                ? Page.last(
                        search.named(q).stream()
                                .map(each ->
                                        MemberJson.of(each.card(), today).matchedBy(each.why()))
                                .toList())
                : page.map(card -> MemberJson.of(card, today));
    }

    @GetMapping("/v1/members/{id}")
    @Permission("members.read")
    MemberView member(@PathVariable String id) {
        ShowMember.View view =
                show.handle(PublicId.decode("mbr", id)).orElseThrow(() -> Refusal.notFound(id));
        return new MemberView(
                MemberJson.of(view.card(), LocalDate.now(clock)), view.consents(), view.sections());
    }

    @PostMapping("/v1/members/{id}:reveal")
    @Permission("members.reveal")
    RevealView reveal(@PathVariable String id, @RequestBody RevealRequest request, Caller caller) {
        long staff =
                switch (caller) {
                    case Caller.Staff(long number, _, _, _) -> number;
                    // Programs have no eyes: a reveal needs a person who answers for it.
                    case Caller.ApiClient _, Caller.Member _, Caller.Anonymous _ ->
                            throw new Malformed("caller", caller.key(), "sign in as staff");
                };
        RevealField.Outcome outcome =
                reveal.handle(
                        new RevealField.Command(
                                staff,
                                PublicId.decode("mbr", id),
                                request.field(),
                                request.reason()));
        return switch (outcome) {
            case RevealField.Outcome.Revealed(String value, Instant at) ->
                    new RevealView(request.field(), value, at);
            case RevealField.Outcome.UnknownMember _ -> throw Refusal.notFound(id);
        };
    }
}

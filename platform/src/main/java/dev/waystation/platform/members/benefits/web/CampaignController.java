package dev.waystation.platform.members.benefits.web;

import dev.waystation.platform.foundation.edge.Cursor;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.edge.Versions;
import dev.waystation.platform.members.benefits.CouponRefusal;
import dev.waystation.platform.members.benefits.model.Campaign;
import dev.waystation.platform.members.benefits.usecase.DraftCampaign;
import dev.waystation.platform.members.benefits.usecase.MoveCampaign;
import dev.waystation.platform.members.benefits.usecase.ShowCampaigns;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Coupon campaigns for staff. */
@RestController
@RequestMapping("/v1/coupon-campaigns")
class CampaignController {

    /** A campaign to be; {@code publicCode} for one code that everybody uses. */
    record CampaignDraft(
            Said name,
            String kind,
            String category,
            @Nullable String group,
            CampaignViews.Worth worth,
            @Nullable Set<String> products,
            @Nullable Map<String, Object> condition,
            Instant startsAt,
            Instant endsAt,
            @Nullable Integer useWithinDays,
            CampaignViews.Limits limits,
            @Nullable String publicCode) {}

    private final ShowCampaigns show;
    private final DraftCampaign draft;
    private final MoveCampaign move;

    CampaignController(ShowCampaigns show, DraftCampaign draft, MoveCampaign move) {
        this.show = show;
        this.draft = draft;
        this.move = move;
    }

    @GetMapping
    @Permission("coupons.read")
    Page<CampaignViews.CampaignView> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        int size = Cursor.limit(limit);
        long before = Cursor.parse(cursor, 1).map(each -> each.number(0)).orElse(Long.MAX_VALUE);
        List<ShowCampaigns.Row> rows =
                show.list(state == null ? null : state.toUpperCase(Locale.ROOT), before, size + 1);
        return Page.cut(rows, size, row -> Cursor.after(row.campaign().id()))
                .map(CampaignViews::view);
    }

    @GetMapping("/{id}")
    @Permission("coupons.read")
    ResponseEntity<CampaignViews.CampaignPage> find(@PathVariable String id) {
        CampaignViews.CampaignPage page = page(id);
        return ResponseEntity.ok().header(HttpHeaders.ETAG, tag(page)).body(page);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Permission("coupons.write")
    CampaignViews.CampaignPage create(@RequestBody CampaignDraft body) {
        return switch (draft.handle(
                campaign(body), body.publicCode() == null ? "" : body.publicCode())) {
            case DraftCampaign.Outcome.Drafted(Campaign campaign) ->
                    page(PublicId.encode(CampaignViews.PREFIX, campaign.id()));
            case DraftCampaign.Outcome.CodeExists _ ->
                    throw Refusal.of("CODE_EXISTS_ALREADY", HttpStatus.CONFLICT);
        };
    }

    @PostMapping("/{id}:publish")
    @Permission("coupons.write")
    ResponseEntity<CampaignViews.CampaignPage> publish(
            @PathVariable String id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false)
                    @Nullable String ifMatch) {
        return step(id, ifMatch, MoveCampaign.Step.PUBLISH);
    }

    @PostMapping("/{id}:pause")
    @Permission("coupons.write")
    ResponseEntity<CampaignViews.CampaignPage> pause(
            @PathVariable String id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false)
                    @Nullable String ifMatch) {
        return step(id, ifMatch, MoveCampaign.Step.PAUSE);
    }

    @PostMapping("/{id}:end")
    @Permission("coupons.write")
    ResponseEntity<CampaignViews.CampaignPage> end(
            @PathVariable String id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false)
                    @Nullable String ifMatch) {
        return step(id, ifMatch, MoveCampaign.Step.END);
    }

    private CampaignViews.CampaignPage page(String id) {
        return CampaignViews.page(
                show.find(PublicId.decode(CampaignViews.PREFIX, id))
                        .orElseThrow(() -> Refusal.notFound("coupon campaign")));
    }

    /** What was redeemed meanwhile is nobody's edit. */
    private static String tag(CampaignViews.CampaignPage page) {
        return Versions.tagOf(page.campaign().state());
    }

    private ResponseEntity<CampaignViews.CampaignPage> step(
            String id, @Nullable String ifMatch, MoveCampaign.Step step) {
        Versions.requireIfGiven(ifMatch, tag(page(id)));
        return switch (move.handle(PublicId.decode(CampaignViews.PREFIX, id), step)) {
            case MoveCampaign.Outcome.Moved _ -> find(id);
            case MoveCampaign.Outcome.NotFound _ ->
                    throw Refusal.of(CouponRefusal.CAMPAIGN_NOT_FOUND, HttpStatus.NOT_FOUND);
            case MoveCampaign.Outcome.Forbidden(Campaign.State state) ->
                    throw Refusal.of(
                            "CAMPAIGN_STATE_FORBIDS",
                            HttpStatus.CONFLICT,
                            Map.of("state", CampaignViews.code(state)));
        };
    }

    static Campaign campaign(CampaignDraft body) {
        return new Campaign(
                0,
                body.name(),
                kind(body.kind()),
                Campaign.State.DRAFT,
                new Campaign.Stacking(
                        body.category(), body.group() == null ? body.category() : body.group()),
                new Campaign.Worth(
                        body.worth().kind(),
                        body.worth().value(),
                        body.worth().capMinor(),
                        body.worth().minimumMinor(),
                        body.worth().currency()),
                body.products() == null ? Set.of() : body.products(),
                body.condition() == null ? Map.of() : body.condition(),
                new Campaign.Window(body.startsAt(), body.endsAt(), body.useWithinDays()),
                new Campaign.Limits(
                        body.limits().total(),
                        body.limits().perDay(),
                        body.limits().perMember(),
                        body.limits().claimStock(),
                        body.limits().claimsPerMember()));
    }

    private static Campaign.Kind kind(String text) {
        for (Campaign.Kind kind : Campaign.Kind.values()) {
            if (kind.name().equalsIgnoreCase(text)) {
                return kind;
            }
        }
        throw new Malformed("kind", text, "give public, pooled or personal");
    }
}

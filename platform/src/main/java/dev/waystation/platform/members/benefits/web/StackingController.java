package dev.waystation.platform.members.benefits.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.edge.Versions;
import dev.waystation.platform.members.benefits.model.Campaign;
import dev.waystation.platform.members.benefits.model.StackRules;
import dev.waystation.platform.members.benefits.usecase.DecideStacking;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * How coupons go together: categories in the order in which they apply, groups among which one is
 * chosen, and the limits of an order. Tried on a cart before it is changed.
 */
@RestController
class StackingController {

    /**
     * Whether coupons of a kind stand beside others.
     *
     * @param company {@code ordinary}, {@code exclusive} or {@code joint}
     * @param base {@code original} or {@code remaining}: the amount a share is counted from
     */
    record StackCategory(String code, @Nullable Said name, String company, String base, int most) {}

    /**
     * What a group of coupons yields.
     *
     * @param choice {@code stack}, {@code first}, {@code lowest} or {@code highest}
     * @param scope {@code item} or {@code order}
     */
    record StackGroup(String code, @Nullable Said name, String choice, String scope) {}

    /** The rules; categories in the order in which they apply. */
    record StackingRules(
            int mostSent,
            int mostApplied,
            long leastPayMinor,
            String sequence,
            List<StackCategory> categories,
            List<StackGroup> groups) {}

    /** A campaign with the category and the group its coupons belong to. */
    record StackedCoupon(
            String id, Said name, Said offer, String state, String category, String group) {}

    record StackingPage(
            int version,
            @Nullable Instant decidedAt,
            @Nullable String decidedBy,
            StackingRules rules,
            List<StackedCoupon> coupons) {}

    /** A wish to see what rules would do, for campaigns by their ids. */
    record StackingWish(
            StackingRules rules,
            CartViews.CartBody cart,
            List<String> campaigns,
            @Nullable String memberId) {}

    /** The same cart by the rules in force and by those wished for. */
    record StackingTrial(CartViews.CartPrice now, CartViews.CartPrice then) {}

    private final DecideStacking stacking;

    StackingController(DecideStacking stacking) {
        this.stacking = stacking;
    }

    @GetMapping("/v1/coupon-stacking")
    @Permission("coupons.read")
    ResponseEntity<StackingPage> rules() {
        DecideStacking.View view = stacking.show();
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, Versions.tag(view.version()))
                .body(
                        new StackingPage(
                                view.version(),
                                view.decidedAt(),
                                view.by(),
                                rules(view.rules()),
                                view.coupons().stream().map(StackingController::coupon).toList()));
    }

    @PutMapping("/v1/coupon-stacking")
    @Permission("coupons.write")
    ResponseEntity<StackingPage> decide(
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody StackingRules body,
            Caller caller) {
        Versions.require(ifMatch, stacking.show().version());
        stacking.decide(
                rules(body), caller instanceof Caller.Staff staff ? staff.name() : caller.key());
        return rules();
    }

    /** Prices a cart by rules that nobody decided yet; changes nothing. */
    @PostMapping("/v1/coupon-stacking:try")
    @Permission("coupons.read")
    StackingTrial compare(@RequestBody StackingWish wish) {
        DecideStacking.Trial trial =
                stacking.compare(
                        rules(wish.rules()),
                        wish.cart().cart(),
                        wish.campaigns().stream()
                                .map(each -> PublicId.decode(CampaignViews.PREFIX, each))
                                .toList(),
                        wish.memberId() == null ? 0 : PublicId.decode("mbr", wish.memberId()));
        return new StackingTrial(CartViews.price(trial.now()), CartViews.price(trial.then()));
    }

    private static StackedCoupon coupon(Campaign each) {
        return new StackedCoupon(
                PublicId.encode(CampaignViews.PREFIX, each.id()),
                each.name(),
                CampaignViews.offer(each),
                CampaignViews.code(each.state()),
                each.stacking().category(),
                each.stacking().group());
    }

    private static StackingRules rules(StackRules rules) {
        return new StackingRules(
                rules.mostSent(),
                rules.mostApplied(),
                rules.leastPayMinor(),
                CampaignViews.code(rules.sequence()),
                rules.categories().stream()
                        .map(each ->
                                new StackCategory(
                                        each.code(),
                                        each.name(),
                                        CampaignViews.code(each.company()),
                                        CampaignViews.code(each.base()),
                                        each.most()))
                        .toList(),
                rules.groups().stream()
                        .map(each ->
                                new StackGroup(
                                        each.code(),
                                        each.name(),
                                        CampaignViews.code(each.choice()),
                                        CampaignViews.code(each.scope())))
                        .toList());
    }

    private static StackRules rules(StackingRules body) {
        Malformed.require(body.categories() != null, "categories", null, "is required");
        Malformed.require(body.groups() != null, "groups", null, "is required");
        return new StackRules(
                body.mostSent(),
                body.mostApplied(),
                body.leastPayMinor(),
                one(StackRules.Sequence.class, "sequence", body.sequence()),
                body.categories().stream()
                        .map(each ->
                                new StackRules.Category(
                                        each.code(),
                                        each.name(),
                                        one(
                                                StackRules.Company.class,
                                                "categories.company",
                                                each.company()),
                                        one(StackRules.Base.class, "categories.base", each.base()),
                                        each.most()))
                        .toList(),
                body.groups().stream()
                        .map(each ->
                                new StackRules.Group(
                                        each.code(),
                                        each.name(),
                                        one(
                                                StackRules.Choice.class,
                                                "groups.choice",
                                                each.choice()),
                                        one(StackRules.Scope.class, "groups.scope", each.scope())))
                        .toList());
    }

    private static <E extends Enum<E>> E one(Class<E> kind, String field, @Nullable String text) {
        for (E each : kind.getEnumConstants()) {
            if (CampaignViews.code(each).equals(text)) {
                return each;
            }
        }
        throw new Malformed(field, text, "give one of the values of the API document");
    }
}

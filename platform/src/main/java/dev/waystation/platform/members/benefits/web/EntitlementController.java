package dev.waystation.platform.members.benefits.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.benefits.Entitlements;
import dev.waystation.platform.members.benefits.UseOutcome;
import dev.waystation.platform.members.benefits.usecase.ShowRewards;
import dev.waystation.platform.members.benefits.usecase.TellUses;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What a member may use, and its use at gate and till. */
@RestController
class EntitlementController {

    private static final int MOST_USES = 500;

    record MyEntitlement(
            Said name,
            String source,
            int quota,
            int left,
            String period,
            LocalDate until,
            String token) {}

    record UseBody(UUID reference, String token, String place, @Nullable Instant usedAt) {}

    /** Uses in the order in which they happened; devices that were offline send many. */
    record UsesBody(List<UseBody> uses) {}

    record UseAnswer(
            UUID reference, boolean counts, @Nullable String code, Said sentence, int left) {}

    private final ShowRewards show;
    private final Entitlements entitlements;
    private final TellUses tell;

    EntitlementController(ShowRewards show, Entitlements entitlements, TellUses tell) {
        this.show = show;
        this.entitlements = entitlements;
        this.tell = tell;
    }

    @GetMapping("/v1/me/entitlements")
    @Permission(Permission.MEMBER)
    List<MyEntitlement> mine(Caller caller) {
        long member = OwnMember.of(caller);
        return show.entitlements(member).stream()
                .map(each ->
                        new MyEntitlement(
                                each.entitlement().name(),
                                each.entitlement().source(),
                                each.entitlement().quota(),
                                each.left(),
                                CampaignViews.code(each.entitlement().period()),
                                each.entitlement().until(),
                                entitlements.token(member, each.entitlement().id())))
                .toList();
    }

    @PostMapping("/v1/entitlement-uses")
    @Permission("benefits.use")
    List<UseAnswer> use(@RequestBody UsesBody body) {
        Malformed.require(
                body.uses().size() <= MOST_USES,
                "uses",
                body.uses().size(),
                "send at most " + MOST_USES + " at once");
        return tell
                .handle(
                        body.uses().stream()
                                .map(each ->
                                        new TellUses.Told(
                                                each.reference(),
                                                each.token(),
                                                each.place(),
                                                each.usedAt()))
                                .toList())
                .stream()
                .map(EntitlementController::answer)
                .toList();
    }

    private static UseAnswer answer(TellUses.Answer each) {
        return switch (each.outcome()) {
            case UseOutcome.Used used ->
                    new UseAnswer(each.reference(), true, null, used.benefit(), used.left());
            case UseOutcome.Refused refused ->
                    new UseAnswer(
                            each.reference(), false, refused.code().name(), each.sentence(), 0);
        };
    }
}

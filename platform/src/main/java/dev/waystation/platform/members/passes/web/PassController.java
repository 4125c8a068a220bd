package dev.waystation.platform.members.passes.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.IdempotencyReference;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.passes.PassRefusal;
import dev.waystation.platform.members.passes.model.Span;
import dev.waystation.platform.members.passes.usecase.CareForPass;
import dev.waystation.platform.members.passes.usecase.PassProducts;
import dev.waystation.platform.members.passes.usecase.RestPass;
import dev.waystation.platform.members.passes.usecase.ShowPasses;
import dev.waystation.platform.members.passes.usecase.TellPassUses;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Passes for staff, and the gate. */
@RestController
class PassController {

    private static final int MOST_USES = 500;

    record PauseBody(LocalDate firstDay, LocalDate lastDay, Said cause) {}

    record Paused(int addedDays) {}

    record BlockBody(String cause) {}

    record UseBody(UUID reference, String token, String site, @Nullable Instant usedAt) {}

    /** Uses in the order in which they happened; devices that were offline send many. */
    record UsesBody(List<UseBody> uses) {}

    /** {@code holder} is who may come in with it: the gate compares the face. */
    record UseAnswer(
            UUID reference,
            boolean opens,
            @Nullable String code,
            Said sentence,
            @Nullable String holder,
            int nth) {}

    private final ShowPasses show;
    private final PassProducts products;
    private final RestPass rest;
    private final CareForPass care;
    private final TellPassUses tell;

    PassController(
            ShowPasses show,
            PassProducts products,
            RestPass rest,
            CareForPass care,
            TellPassUses tell) {
        this.show = show;
        this.products = products;
        this.rest = rest;
        this.care = care;
        this.tell = tell;
    }

    @GetMapping("/v1/passes")
    @Permission("coupons.read")
    Page<PassViews.PassView> passes(
            @RequestParam(required = false) @Nullable String member,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int size = Math.clamp(limit, 1, 200);
        List<ShowPasses.Seen> found =
                show.page(
                        member == null ? null : PublicId.decode("mbr", member),
                        cursor == null ? Long.MAX_VALUE : PublicId.decode(PassViews.PREFIX, cursor),
                        size);
        Map<String, Said> sites = products.sites();
        return new Page<>(
                found.stream().map(each -> withoutToken(PassViews.pass(each, sites))).toList(),
                found.size() < size
                        ? null
                        : PublicId.encode(PassViews.PREFIX, found.getLast().pass().id()));
    }

    @PostMapping("/v1/passes/{id}:pause")
    @Permission("mall.write")
    Paused pause(@PathVariable String id, @RequestBody PauseBody body) {
        return switch (rest.handle(
                new RestPass.Command(
                        IdempotencyReference.current(),
                        PublicId.decode(PassViews.PREFIX, id),
                        new Span(body.firstDay(), body.lastDay()),
                        body.cause()))) {
            case RestPass.Outcome.Rests(int days) -> new Paused(days);
            case RestPass.Outcome.Refused(PassRefusal code, Map<String, Object> values) ->
                    throw PassViews.problem(code, values);
        };
    }

    @PostMapping("/v1/passes/{id}:block")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permission("mall.write")
    void block(Caller caller, @PathVariable String id, @RequestBody BlockBody body) {
        done(care.block(PublicId.decode(PassViews.PREFIX, id), body.cause(), caller.key()));
    }

    @PostMapping("/v1/passes/{id}:unblock")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permission("mall.write")
    void unblock(Caller caller, @PathVariable String id) {
        done(care.unblock(PublicId.decode(PassViews.PREFIX, id), caller.key()));
    }

    @PostMapping("/v1/pass-uses")
    @Permission("benefits.use")
    List<UseAnswer> use(@RequestBody UsesBody body) {
        Malformed.require(
                body.uses().size() <= MOST_USES,
                "uses",
                body.uses().size(),
                "send at most " + MOST_USES + " at once");
        return body.uses().stream()
                .map(each ->
                        tell.handle(each.reference(), each.token(), each.site(), each.usedAt()))
                .map(each ->
                        new UseAnswer(
                                each.reference(),
                                each.code() == null,
                                each.code(),
                                each.sentence(),
                                each.holder(),
                                each.nth()))
                .toList();
    }

    private static void done(CareForPass.Outcome outcome) {
        if (outcome
                instanceof
                CareForPass.Outcome.Refused(PassRefusal code, Map<String, Object> values)) {
            throw PassViews.problem(code, values);
        }
    }

    /** Whoever reads the list must not be able to walk in with it. */
    private static PassViews.PassView withoutToken(PassViews.PassView each) {
        return new PassViews.PassView(
                each.id(),
                each.memberId(),
                each.product(),
                each.standing(),
                each.holder(),
                each.from(),
                each.until(),
                each.daysLeft(),
                each.daysInAll(),
                each.renewable(),
                each.paidMinor(),
                each.media(),
                each.blockedFor(),
                each.uses(),
                "",
                each.why());
    }
}

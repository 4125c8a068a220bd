package dev.waystation.platform.members.membership.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.members.membership.Household;
import dev.waystation.platform.members.membership.usecase.HouseholdOutcome;
import dev.waystation.platform.members.membership.usecase.JoinHousehold;
import dev.waystation.platform.members.membership.usecase.KeepHousehold;
import dev.waystation.platform.members.membership.usecase.ShowHousehold;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A member's family: form it, invite, consent, limit, leave. */
@RestController
class HouseholdPages {

    /** Phone or member number of whom to invite. */
    record InviteRequest(String who) {}

    record HouseholdRulesRequest(String drawOrder, boolean ownerOnly) {}

    record KinLimitRequest(@Nullable Long monthlyLimit) {}

    record KinShareRequest(int percent) {}

    record HandOverRequest(String memberId) {}

    private final KeepHousehold keep;
    private final JoinHousehold join;
    private final ShowHousehold show;
    private final HouseholdJson json;

    HouseholdPages(KeepHousehold keep, JoinHousehold join, ShowHousehold show, HouseholdJson json) {
        this.keep = keep;
        this.join = join;
        this.show = show;
        this.json = json;
    }

    @GetMapping("/v1/me/household")
    @Permission(Permission.MEMBER)
    HouseholdJson.MyHouseholdView mine(Caller caller) {
        return view(me(caller));
    }

    @PostMapping("/v1/me/household")
    @Permission(Permission.MEMBER)
    HouseholdJson.MyHouseholdView form(Caller caller) {
        return answer(me(caller), keep.form(me(caller)));
    }

    @PutMapping("/v1/me/household")
    @Permission(Permission.MEMBER)
    HouseholdJson.MyHouseholdView rules(Caller caller, @RequestBody HouseholdRulesRequest body) {
        return answer(
                me(caller), keep.rules(me(caller), order(body.drawOrder()), body.ownerOnly()));
    }

    @PostMapping("/v1/me/household/invitations")
    @Permission(Permission.MEMBER)
    HouseholdJson.MyHouseholdView invite(Caller caller, @RequestBody InviteRequest body) {
        return answer(me(caller), keep.invite(me(caller), body.who()));
    }

    @PostMapping("/v1/me/household/invitations/{id}:accept")
    @Permission(Permission.MEMBER)
    HouseholdJson.MyHouseholdView accept(Caller caller, @PathVariable UUID id) {
        return answer(me(caller), join.accept(me(caller), id));
    }

    @PostMapping("/v1/me/household/invitations/{id}:decline")
    @Permission(Permission.MEMBER)
    HouseholdJson.MyHouseholdView decline(Caller caller, @PathVariable UUID id) {
        return answer(me(caller), join.decline(me(caller), id));
    }

    @PutMapping("/v1/me/household/kin/{memberId}/limit")
    @Permission(Permission.MEMBER)
    HouseholdJson.MyHouseholdView limit(
            Caller caller, @PathVariable String memberId, @RequestBody KinLimitRequest body) {
        Long limit = body.monthlyLimit();
        Malformed.require(
                limit == null || limit >= 0,
                "monthlyLimit",
                limit,
                "give 0 or more points, or nothing for no limit");
        return answer(me(caller), keep.limit(me(caller), member(memberId), limit));
    }

    @PutMapping("/v1/me/household/kin/{memberId}/share")
    @Permission(Permission.MEMBER)
    HouseholdJson.MyHouseholdView share(
            Caller caller, @PathVariable String memberId, @RequestBody KinShareRequest body) {
        Malformed.require(
                body.percent() >= 0 && body.percent() <= 100,
                "percent",
                body.percent(),
                "give a percentage from 0 to 100");
        return answer(me(caller), join.share(me(caller), member(memberId), body.percent()));
    }

    /** The owner removes or bans somebody; people and guardians end their own stay. */
    @DeleteMapping("/v1/me/household/kin/{memberId}")
    @Permission(Permission.MEMBER)
    HouseholdJson.MyHouseholdView end(
            Caller caller,
            @PathVariable String memberId,
            @RequestParam(defaultValue = "false") boolean ban) {
        long me = me(caller);
        long kin = member(memberId);
        boolean own =
                show.ofMember(kin)
                        .flatMap(family -> family.of(kin))
                        .filter(each -> each.answersTo(me))
                        .isPresent();
        return answer(me, own && !ban ? join.leave(me, kin) : keep.remove(me, kin, ban));
    }

    @PostMapping("/v1/me/household:hand-over")
    @Permission(Permission.MEMBER)
    HouseholdJson.MyHouseholdView handOver(Caller caller, @RequestBody HandOverRequest body) {
        return answer(me(caller), keep.handOver(me(caller), member(body.memberId())));
    }

    @PostMapping("/v1/me/household:disband")
    @Permission(Permission.MEMBER)
    HouseholdJson.MyHouseholdView disband(Caller caller) {
        return answer(me(caller), keep.disband(me(caller)));
    }

    private HouseholdJson.MyHouseholdView answer(long me, HouseholdOutcome outcome) {
        return switch (outcome) {
            case HouseholdOutcome.Done _ -> view(me);
            case HouseholdOutcome.Refused(var code) -> throw Refusal.of(code, HttpStatus.CONFLICT);
        };
    }

    private HouseholdJson.MyHouseholdView view(long me) {
        return new HouseholdJson.MyHouseholdView(
                PublicId.encode("mbr", me),
                show.ofMember(me).map(each -> json.of(each, me)).orElse(null),
                show.waiting(me).stream().map(json::of).toList());
    }

    private static Household.DrawOrder order(String text) {
        for (Household.DrawOrder each : Household.DrawOrder.values()) {
            if (each.name().equals(text.toUpperCase(Locale.ROOT))) {
                return each;
            }
        }
        throw new Malformed("drawOrder", text, "give earliest or pro_rata");
    }

    private static long member(String id) {
        return PublicId.decode("mbr", id);
    }

    private static long me(Caller caller) {
        return switch (caller) {
            case Caller.Member(long id) -> id;
            case Caller.Staff _, Caller.ApiClient _, Caller.Anonymous _ ->
                    throw new Malformed("caller", caller.key(), "sign in as a member");
        };
    }
}

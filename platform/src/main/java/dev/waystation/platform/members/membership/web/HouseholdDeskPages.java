package dev.waystation.platform.members.membership.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.members.membership.usecase.FreezeHousehold;
import dev.waystation.platform.members.membership.usecase.HouseholdOutcome;
import dev.waystation.platform.members.membership.usecase.ShowHousehold;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Families as the operator's staff see and stop them. */
@RestController
class HouseholdDeskPages {

    record FreezeRequest(String reason) {}

    private final ShowHousehold households;
    private final FreezeHousehold freeze;
    private final HouseholdJson json;

    HouseholdDeskPages(ShowHousehold households, FreezeHousehold freeze, HouseholdJson json) {
        this.households = households;
        this.freeze = freeze;
        this.json = json;
    }

    @GetMapping("/v1/members/{id}/household")
    @Permission("members.read")
    HouseholdJson.HouseholdView ofMember(@PathVariable String id) {
        long member = PublicId.decode("mbr", id);
        return households
                .ofMember(member)
                .map(each -> json.of(each, member))
                .orElseThrow(() -> Refusal.notFound("household of " + id));
    }

    @PostMapping("/v1/households/{id}:freeze")
    @Permission("households.freeze")
    HouseholdJson.HouseholdView freeze(
            @PathVariable String id, @RequestBody FreezeRequest body, Caller caller) {
        return answer(freeze.freeze(decode(id), body.reason(), caller.key()));
    }

    @PostMapping("/v1/households/{id}:thaw")
    @Permission("households.freeze")
    HouseholdJson.HouseholdView thaw(@PathVariable String id, Caller caller) {
        return answer(freeze.thaw(decode(id), caller.key()));
    }

    private HouseholdJson.HouseholdView answer(HouseholdOutcome outcome) {
        return switch (outcome) {
            case HouseholdOutcome.Done(long id) ->
                    households
                            .byId(id)
                            .map(each -> json.of(each, 0))
                            .orElseThrow(() -> Refusal.notFound("household " + id));
            case HouseholdOutcome.Refused(var code) -> throw Refusal.of(code, HttpStatus.CONFLICT);
        };
    }

    private static long decode(String id) {
        return PublicId.decode(HouseholdJson.PREFIX, id);
    }
}

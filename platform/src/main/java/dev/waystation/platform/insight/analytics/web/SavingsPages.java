package dev.waystation.platform.insight.analytics.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.insight.analytics.usecase.ShowSavings;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What membership saved, for the member and for whoever advises the member. */
@RestController
class SavingsPages {

    private final ShowSavings savings;

    SavingsPages(ShowSavings savings) {
        this.savings = savings;
    }

    @GetMapping("/v1/me/savings")
    @Permission(Permission.MEMBER)
    ShowSavings.Saved mine(Caller caller) {
        return switch (caller) {
            case Caller.Member(long id) -> savings.handle(id);
            case Caller.Staff _, Caller.ApiClient _, Caller.Anonymous _ ->
                    throw new Malformed("caller", caller.key(), "sign in as a member");
        };
    }

    @GetMapping("/v1/members/{id}/savings")
    @Permission("members.read")
    ShowSavings.Saved ofMember(@PathVariable String id) {
        return savings.handle(PublicId.decode("mbr", id));
    }
}

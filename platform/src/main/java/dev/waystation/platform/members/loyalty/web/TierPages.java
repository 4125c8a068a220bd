package dev.waystation.platform.members.loyalty.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.members.loyalty.usecase.ShowTier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A member's own tier. */
@RestController
class TierPages {

    private final ShowTier show;

    TierPages(ShowTier show) {
        this.show = show;
    }

    @GetMapping("/v1/me/tier")
    @Permission(Permission.MEMBER)
    ShowTier.View mine(Caller caller) {
        return switch (caller) {
            case Caller.Member(long id) -> show.handle(id);
            case Caller.Staff _, Caller.ApiClient _, Caller.Anonymous _ ->
                    throw new Malformed("caller", caller.key(), "sign in as a member");
        };
    }
}

package dev.waystation.platform.members.loyalty.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.members.loyalty.usecase.GrantTier;
import dev.waystation.platform.members.loyalty.usecase.ShowTier;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Tiers of members: their own, and as staff see and grant them. */
@RestController
class TierPages {

    /** A tier for a time: kind is grant, match or trial. */
    record GrantRequest(String club, String tier, String kind, Instant until, String reason) {}

    private final ShowTier show;
    private final GrantTier grant;

    TierPages(ShowTier show, GrantTier grant) {
        this.show = show;
        this.grant = grant;
    }

    @GetMapping("/v1/me/tier")
    @Permission(Permission.MEMBER)
    ShowTier.View mine(Caller caller) {
        return show.handle(Earner.id(caller));
    }

    @GetMapping("/v1/me/clubs")
    @Permission(Permission.MEMBER)
    Page<ShowTier.View> clubs(Caller caller) {
        return Page.last(show.clubs(Earner.id(caller)));
    }

    @GetMapping("/v1/members/{id}/clubs")
    @Permission("members.read")
    Page<ShowTier.View> clubsOf(@PathVariable String id) {
        return Page.last(show.clubs(PublicId.decode("mbr", id)));
    }

    /** Every interval of a club: the tier on any past date. */
    @GetMapping("/v1/members/{id}/clubs/{club}/history")
    @Permission("members.read")
    Page<ShowTier.Past> history(@PathVariable String id, @PathVariable String club) {
        return Page.last(show.history(PublicId.decode("mbr", id), club));
    }

    @PostMapping("/v1/members/{id}/tiers")
    @Permission("tiers.write")
    List<ShowTier.View> grant(
            @PathVariable String id, @RequestBody GrantRequest body, Caller caller) {
        long member = PublicId.decode("mbr", id);
        String by = caller instanceof Caller.Staff staff ? staff.name() : caller.key();
        return switch (grant.handle(
                new GrantTier.Command(
                        member,
                        body.club(),
                        body.tier(),
                        body.kind(),
                        body.until(),
                        body.reason(),
                        by))) {
            case GrantTier.Outcome.Granted _ -> show.clubs(member);
            case GrantTier.Outcome.Refused(GrantTier.GrantRefusal code) ->
                    throw Refusal.of(code, HttpStatus.CONFLICT);
        };
    }
}

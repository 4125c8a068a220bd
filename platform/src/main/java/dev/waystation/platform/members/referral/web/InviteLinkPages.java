package dev.waystation.platform.members.referral.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.referral.InviteRefusal;
import dev.waystation.platform.members.referral.model.Campaign;
import dev.waystation.platform.members.referral.model.Side;
import dev.waystation.platform.members.referral.model.Stage;
import dev.waystation.platform.members.referral.usecase.FollowLink;
import dev.waystation.platform.members.referral.usecase.ShownTrace;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where an invite link leads, for people who are not members yet. */
@RestController
class InviteLinkPages {

    /**
     * What the browser shows of itself; {@code visitor} is the token it got before, place only when
     * the person allowed it.
     */
    record TouchRequest(
            @Nullable String visitor,
            @Nullable String device,
            @Nullable Double latitude,
            @Nullable Double longitude) {}

    /** Who invites and what a newcomer gets. */
    record InviteView(
            String code,
            String inviter,
            Said campaign,
            boolean open,
            Instant endsAt,
            long signUpPoints,
            long orderPoints,
            int windowDays) {}

    /** The token to register with. */
    record TouchView(String visitor, InviteView invite) {}

    private final FollowLink follow;

    InviteLinkPages(FollowLink follow) {
        this.follow = follow;
    }

    @GetMapping("/v1/invites/{code}")
    @Permission(Permission.PUBLIC)
    InviteView invite(@PathVariable String code) {
        return follow.look(code)
                .map(InviteLinkPages::view)
                .orElseThrow(() -> InviteProblems.of(InviteRefusal.INVITE_CODE_IS_UNKNOWN));
    }

    @PostMapping("/v1/invites/{code}/touches")
    @Permission(Permission.PUBLIC)
    @ResponseStatus(HttpStatus.CREATED)
    TouchView touch(
            @PathVariable String code,
            @RequestBody TouchRequest body,
            Caller caller,
            HttpServletRequest request) {
        FollowLink.Command command =
                new FollowLink.Command(
                        code,
                        body.visitor(),
                        caller instanceof Caller.Member(long id) ? id : null,
                        new ShownTrace(
                                body.device(),
                                request.getRemoteAddr(),
                                body.latitude(),
                                body.longitude()));
        return switch (follow.handle(command)) {
            case FollowLink.Outcome.Kept(String visitor, FollowLink.Invite invite) ->
                    new TouchView(visitor, view(invite));
            case FollowLink.Outcome.Refused(InviteRefusal refusal) ->
                    throw InviteProblems.of(refusal);
        };
    }

    private static InviteView view(FollowLink.Invite invite) {
        Campaign campaign = invite.campaign();
        return new InviteView(
                invite.code(),
                invite.inviter(),
                campaign.terms().name(),
                campaign.state() == Campaign.State.RUNNING,
                campaign.endedAt(),
                campaign.terms().rewards().of(Side.INVITEE, Stage.SIGN_UP),
                campaign.terms().rewards().of(Side.INVITEE, Stage.FIRST_ORDER),
                campaign.terms().windowDays());
    }
}

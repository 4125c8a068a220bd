package dev.waystation.platform.members.referral.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.members.referral.InviteRefusal;
import dev.waystation.platform.members.referral.model.InviteLink;
import dev.waystation.platform.members.referral.usecase.MakeInviteLink;
import dev.waystation.platform.members.referral.usecase.ShowInviteBoard;
import dev.waystation.platform.members.referral.usecase.ShowMyInvites;
import dev.waystation.platform.members.referral.usecase.ShowWhoInvitedMe;
import dev.waystation.platform.members.referral.usecase.ShownTrace;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A member's own invitations. */
@RestController
class MyInvitePages {

    /** For which channel: link, wechat, sms, poster or code; place only when allowed. */
    record LinkRequest(
            String channel,
            @Nullable String campaign,
            @Nullable String device,
            @Nullable Double latitude,
            @Nullable Double longitude) {}

    private final ShowMyInvites mine;
    private final ShowWhoInvitedMe came;
    private final ShowInviteBoard board;
    private final MakeInviteLink make;

    MyInvitePages(
            ShowMyInvites mine, ShowWhoInvitedMe came, ShowInviteBoard board, MakeInviteLink make) {
        this.mine = mine;
        this.came = came;
        this.board = board;
        this.make = make;
    }

    @GetMapping("/v1/me/invites")
    @Permission(Permission.MEMBER)
    InviteViews.MineView mine(
            Caller caller, @RequestParam(required = false) @Nullable String campaign) {
        return InviteViews.mine(
                mine.handle(InviteProblems.member(caller), InviteViews.id(campaign)).orElse(null));
    }

    @PostMapping("/v1/me/invite-links")
    @Permission(Permission.MEMBER)
    InviteViews.LinkView link(
            Caller caller, @RequestBody LinkRequest body, HttpServletRequest request) {
        MakeInviteLink.Command command =
                new MakeInviteLink.Command(
                        InviteProblems.member(caller),
                        InviteViews.id(body.campaign()),
                        body.channel(),
                        new ShownTrace(
                                body.device(),
                                request.getRemoteAddr(),
                                body.latitude(),
                                body.longitude()));
        return switch (make.handle(command)) {
            case MakeInviteLink.Outcome.Made(InviteLink made) -> InviteViews.link(made);
            case MakeInviteLink.Outcome.Refused(InviteRefusal code) ->
                    throw InviteProblems.of(code);
        };
    }

    /** Whom the caller brought, masked, with what it brought and why. */
    @GetMapping("/v1/me/invitees")
    @Permission(Permission.MEMBER)
    Page<InviteViews.InviteeView> invitees(
            Caller caller, @RequestParam(required = false) @Nullable String campaign) {
        return Page.last(
                mine.brought(InviteProblems.member(caller), InviteViews.id(campaign)).stream()
                        .map(InviteViews::invitee)
                        .toList());
    }

    @GetMapping("/v1/me/invite-board")
    @Permission(Permission.MEMBER)
    InviteViews.BoardView board(
            Caller caller, @RequestParam(required = false) @Nullable String campaign) {
        long me = InviteProblems.member(caller);
        return board.handle(InviteViews.id(campaign))
                .map(each -> InviteViews.board(each, me, false))
                .orElseThrow(() -> Refusal.notFound("invite campaign"));
    }

    /** Who brought the caller, and what the caller gets for it. */
    @GetMapping("/v1/me/invitation")
    @Permission(Permission.MEMBER)
    InviteViews.CameView came(Caller caller) {
        return InviteViews.came(came.handle(InviteProblems.member(caller)).orElse(null));
    }
}

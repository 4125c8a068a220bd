package dev.waystation.platform.members.referral.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.foundation.edge.Versions;
import dev.waystation.platform.members.referral.model.Campaign;
import dev.waystation.platform.members.referral.model.Funnel;
import dev.waystation.platform.members.referral.model.Terms;
import dev.waystation.platform.members.referral.usecase.MoveInviteCampaign;
import dev.waystation.platform.members.referral.usecase.ShowInvitations;
import dev.waystation.platform.members.referral.usecase.ShowInviteBoard;
import dev.waystation.platform.members.referral.usecase.WriteInviteCampaign;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Invite campaigns for staff: written in versions, opened, closed with their board. */
@RestController
@RequestMapping("/v1/referral-campaigns")
class ReferralCampaignPages {

    record FunnelView(
            Funnel counts, double visitorsPerInviter, double conversion, double kFactor) {}

    record ReferralCampaignView(
            String id,
            String state,
            int version,
            Terms terms,
            @Nullable Instant closedAt,
            FunnelView funnel) {}

    private final ShowInvitations show;
    private final ShowInviteBoard board;
    private final WriteInviteCampaign write;
    private final MoveInviteCampaign move;

    ReferralCampaignPages(
            ShowInvitations show,
            ShowInviteBoard board,
            WriteInviteCampaign write,
            MoveInviteCampaign move) {
        this.show = show;
        this.board = board;
        this.write = write;
        this.move = move;
    }

    @GetMapping
    @Permission("referral.read")
    Page<ReferralCampaignView> list() {
        return Page.last(show.campaigns().stream().map(ReferralCampaignPages::view).toList());
    }

    @GetMapping("/{id}")
    @Permission("referral.read")
    ResponseEntity<ReferralCampaignView> find(@PathVariable String id) {
        ReferralCampaignView found = view(id);
        return ResponseEntity.ok().eTag(Versions.tag(found.version())).body(found);
    }

    @GetMapping("/{id}/board")
    @Permission("referral.read")
    InviteViews.BoardView board(@PathVariable String id) {
        return board.handle(number(id))
                .map(each -> InviteViews.board(each, 0, true))
                .orElseThrow(() -> Refusal.notFound("invite campaign"));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Permission("referral.write")
    ReferralCampaignView draft(@RequestBody Terms terms, Caller caller) {
        return view(
                PublicId.encode(InviteProblems.CAMPAIGN, write.draft(terms, caller.key()).id()));
    }

    /** New terms, for those who are invited from now on. */
    @PutMapping("/{id}/terms")
    @Permission("referral.write")
    ResponseEntity<ReferralCampaignView> revise(
            @PathVariable String id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Terms terms,
            Caller caller) {
        int seen = view(id).version();
        Versions.require(ifMatch, seen);
        return switch (write.revise(number(id), seen, terms, caller.key())) {
            case WriteInviteCampaign.Outcome.Revised _ -> find(id);
            case WriteInviteCampaign.Outcome.Closed _ ->
                    throw Refusal.of("INVITE_CAMPAIGN_IS_CLOSED", HttpStatus.CONFLICT);
            case WriteInviteCampaign.Outcome.Overtaken _ -> throw Versions.changedMeanwhile();
            case WriteInviteCampaign.Outcome.Unknown _ -> throw Refusal.notFound("invite campaign");
        };
    }

    @PostMapping("/{id}:publish")
    @Permission("referral.write")
    ReferralCampaignView publish(@PathVariable String id) {
        if (!move.publish(number(id))) {
            throw Refusal.of("INVITE_CAMPAIGN_IS_NO_DRAFT", HttpStatus.CONFLICT);
        }
        return view(id);
    }

    /** Ends the campaign now; its board never changes after this. */
    @PostMapping("/{id}:close")
    @Permission("referral.write")
    ReferralCampaignView close(@PathVariable String id) {
        if (!move.close(number(id))) {
            throw Refusal.of("INVITE_CAMPAIGN_DOES_NOT_RUN", HttpStatus.CONFLICT);
        }
        return view(id);
    }

    private ReferralCampaignView view(String id) {
        return show.campaign(number(id))
                .map(ReferralCampaignPages::view)
                .orElseThrow(() -> Refusal.notFound("invite campaign"));
    }

    private static long number(String id) {
        return PublicId.decode(InviteProblems.CAMPAIGN, id);
    }

    private static ReferralCampaignView view(ShowInvitations.Row row) {
        Campaign campaign = row.campaign();
        Funnel funnel = row.funnel();
        return new ReferralCampaignView(
                PublicId.encode(InviteProblems.CAMPAIGN, campaign.id()),
                InviteViews.code(campaign.state()),
                campaign.version(),
                campaign.terms(),
                campaign.closedAt(),
                new FunnelView(
                        funnel,
                        funnel.visitorsPerInviter(),
                        funnel.conversion(),
                        funnel.kFactor()));
    }
}

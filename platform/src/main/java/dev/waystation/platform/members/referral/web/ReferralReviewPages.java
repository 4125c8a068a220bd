package dev.waystation.platform.members.referral.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.members.referral.model.Invitation;
import dev.waystation.platform.members.referral.usecase.ReviewInvitation;
import dev.waystation.platform.members.referral.usecase.ShowInvitations;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Invitations that look wrong, chains and clusters, for staff. */
@RestController
class ReferralReviewPages {

    /** {@code decision} is approve or reject; the reason goes into the audit trail. */
    record ReviewDecision(String decision, String reason) {}

    record ReviewView(
            String inviteeId,
            String invitee,
            String inviterId,
            String inviter,
            String campaignId,
            String state,
            String review,
            List<String> flags,
            String channel,
            Instant joinedAt,
            Instant flaggedAt,
            boolean ordered,
            boolean travelled,
            long heldPoints,
            long earnedPoints,
            @Nullable String why,
            @Nullable String decision) {}

    private final ShowInvitations show;
    private final ReviewInvitation review;

    ReferralReviewPages(ShowInvitations show, ReviewInvitation review) {
        this.show = show;
        this.review = review;
    }

    /** Open ones by default, those who waited longest first. */
    @GetMapping("/v1/referral-reviews")
    @Permission("referral.review")
    Page<ReviewView> queue(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String campaign) {
        return Page.last(
                show.queue(state(state), InviteViews.id(campaign)).stream()
                        .map(ReferralReviewPages::view)
                        .toList());
    }

    @PostMapping("/v1/referral-reviews/{member}:decide")
    @Permission("referral.review")
    ReviewDecision decide(
            @PathVariable String member, @RequestBody ReviewDecision body, Caller caller) {
        Malformed.require(
                List.of("approve", "reject").contains(body.decision()),
                "decision",
                body.decision(),
                "give approve or reject");
        return switch (review.handle(
                new ReviewInvitation.Command(
                        PublicId.decode(InviteProblems.MEMBER, member),
                        body.decision().equals("approve"),
                        body.reason(),
                        caller.key()))) {
            case DECIDED -> body;
            case DECIDED_ALREADY -> throw Refusal.of("INVITATION_IS_DECIDED", HttpStatus.CONFLICT);
            case UNKNOWN -> throw Refusal.notFound("invitation");
        };
    }

    private static Invitation.Review state(@Nullable String text) {
        return switch (text == null ? "open" : text) {
            case "open" -> Invitation.Review.OPEN;
            case "approved" -> Invitation.Review.APPROVED;
            case "rejected" -> Invitation.Review.REJECTED;
            default -> throw new Malformed("state", text, "give open, approved or rejected");
        };
    }

    private static ReviewView view(ShowInvitations.Queued queued) {
        Invitation each = queued.waiting().line().invitation();
        return new ReviewView(
                PublicId.encode(InviteProblems.MEMBER, each.inviteeId()),
                queued.invitee(),
                PublicId.encode(InviteProblems.MEMBER, each.inviterId()),
                queued.inviter(),
                PublicId.encode(InviteProblems.CAMPAIGN, each.campaignId()),
                InviteViews.code(each.state()),
                InviteViews.code(each.review()),
                each.flags(),
                each.channel(),
                each.joinedAt(),
                queued.waiting().flaggedAt(),
                each.steps().firstOrder() != null,
                each.steps().travelledAt() != null,
                queued.waiting().line().held(),
                queued.waiting().line().earned(),
                queued.waiting().why(),
                queued.waiting().decision());
    }
}

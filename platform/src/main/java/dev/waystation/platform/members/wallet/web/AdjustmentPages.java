package dev.waystation.platform.members.wallet.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Cursor;
import dev.waystation.platform.foundation.edge.IdempotencyReference;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.members.wallet.WalletRefusal;
import dev.waystation.platform.members.wallet.model.Adjustment;
import dev.waystation.platform.members.wallet.usecase.AdjustPoints;
import dev.waystation.platform.members.wallet.usecase.ListReviews;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Corrections by hand: asked for by one person, above the cap decided by another. */
@RestController
class AdjustmentPages {

    /** What somebody wants. */
    record AdjustmentWish(String currency, Adjustment.Kind kind, long amount, String reason) {}

    /** A second person's comment. */
    record Comment(@Nullable String comment) {}

    /** What became of it; {@code cap} says above which amount a second person is needed. */
    record Answer(String id, String state, @Nullable Long spendable, @Nullable Long cap) {}

    /** A line of the queue. */
    record AdjustmentView(
            String id,
            String memberId,
            String currency,
            String kind,
            long amount,
            String reason,
            String state,
            String askedBy,
            Instant askedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String comment) {}

    private static final String PREFIX = "adj";

    private final AdjustPoints adjust;
    private final ListReviews list;

    AdjustmentPages(AdjustPoints adjust, ListReviews list) {
        this.adjust = adjust;
        this.list = list;
    }

    @PostMapping("/v1/members/{id}/adjustments")
    @Permission("points.adjust")
    Answer ask(Caller caller, @PathVariable String id, @RequestBody AdjustmentWish wish) {
        return answer(
                adjust.ask(
                        new AdjustPoints.Command(
                                IdempotencyReference.current(),
                                PublicId.decode("mbr", id),
                                wish.currency(),
                                wish.kind(),
                                wish.amount(),
                                wish.reason(),
                                caller.key(),
                                roles(caller))));
    }

    @PostMapping("/v1/adjustments/{id}:approve")
    @Permission("points.approve")
    Answer approve(Caller caller, @PathVariable String id, @RequestBody Comment comment) {
        return decide(caller, id, true, comment);
    }

    @PostMapping("/v1/adjustments/{id}:refuse")
    @Permission("points.approve")
    Answer refuse(Caller caller, @PathVariable String id, @RequestBody Comment comment) {
        return decide(caller, id, false, comment);
    }

    @GetMapping("/v1/adjustments")
    @Permission({"points.adjust", "points.approve"})
    Page<AdjustmentView> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String member,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return list.adjustments(
                        state,
                        member == null ? null : PublicId.decode("mbr", member),
                        Cursor.parse(cursor, 1),
                        Cursor.limit(limit))
                .map(AdjustmentPages::view);
    }

    private Answer decide(Caller caller, String id, boolean approved, Comment comment) {
        return answer(
                adjust.decide(
                        new AdjustPoints.Decision(
                                PublicId.decode(PREFIX, id),
                                approved,
                                comment.comment(),
                                caller.key())));
    }

    private static Answer answer(AdjustPoints.Outcome outcome) {
        return switch (outcome) {
            case AdjustPoints.Outcome.Posted(long id, long amount, long spendable) ->
                    new Answer(PublicId.encode(PREFIX, id), "posted", spendable, null);
            case AdjustPoints.Outcome.Waiting(long id, long cap) ->
                    new Answer(PublicId.encode(PREFIX, id), "waiting", null, cap);
            case AdjustPoints.Outcome.TurnedDown(long id) ->
                    new Answer(PublicId.encode(PREFIX, id), "refused", null, null);
            case AdjustPoints.Outcome.NotPossible(WalletRefusal code, long asked, long possible) ->
                    throw Refusal.of(
                            code,
                            HttpStatus.CONFLICT,
                            Map.of("asked", asked, "possible", possible));
            case AdjustPoints.Outcome.OwnRequest() ->
                    throw Refusal.of("SECOND_PERSON_NEEDED", HttpStatus.CONFLICT);
            case AdjustPoints.Outcome.DecidedAlready(Adjustment.State state) ->
                    throw Refusal.of(
                            "DECIDED_ALREADY", HttpStatus.CONFLICT, Map.of("state", state));
            case AdjustPoints.Outcome.Unknown() -> throw Refusal.notFound("adjustment");
        };
    }

    private static AdjustmentView view(Adjustment each) {
        return new AdjustmentView(
                PublicId.encode(PREFIX, each.id()),
                PublicId.encode("mbr", each.memberId()),
                each.currency(),
                each.kind().name(),
                each.amount(),
                each.reason(),
                each.state().name(),
                each.askedBy(),
                each.askedAt(),
                each.decidedBy(),
                each.decidedAt(),
                each.decision());
    }

    private static Set<String> roles(Caller caller) {
        return caller instanceof Caller.Staff staff ? staff.roles() : Set.of();
    }
}

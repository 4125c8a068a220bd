package dev.waystation.platform.members.wallet.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Cursor;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.members.wallet.WalletRefusal;
import dev.waystation.platform.members.wallet.model.Claim;
import dev.waystation.platform.members.wallet.model.ClaimQueue;
import dev.waystation.platform.members.wallet.usecase.ClaimPoints;
import dev.waystation.platform.members.wallet.usecase.DecideClaim;
import dev.waystation.platform.members.wallet.usecase.ListReviews;
import dev.waystation.platform.members.wallet.usecase.TakeClaim;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Missing points: claimed by members, decided by staff. */
@RestController
class ClaimPages {

    /** Which trip, and what shows it. */
    record ClaimWish(String order, LocalDate tripOn, String evidence) {}

    /** How many points, 0 to reject; the member reads the decision. */
    record Verdict(long points, String decision) {}

    /** A claim as both sides see it. */
    record ClaimView(
            String id,
            String memberId,
            String order,
            LocalDate tripOn,
            String evidence,
            String state,
            Instant askedAt,
            @Nullable Instant decidedAt,
            @Nullable String decision,
            @Nullable Long points) {}

    /** A fresh claim. */
    record Queued(String id, String state) {}

    /** Claims to be left for later. */
    record Passed(List<String> passed) {}

    /** The claim in hand until then, if any is left, and how the desk stands. */
    record TurnView(@Nullable ClaimView claim, Instant until, ClaimQueue queue) {}

    private static final String PREFIX = "clm";

    private final ClaimPoints claim;
    private final DecideClaim decide;
    private final ListReviews list;
    private final TakeClaim take;

    ClaimPages(ClaimPoints claim, DecideClaim decide, ListReviews list, TakeClaim take) {
        this.claim = claim;
        this.decide = decide;
        this.list = list;
        this.take = take;
    }

    @PostMapping("/v1/me/claims")
    @Permission(Permission.MEMBER)
    @ResponseStatus(HttpStatus.CREATED)
    Queued claim(Caller caller, @RequestBody ClaimWish wish) {
        return switch (claim.handle(
                new ClaimPoints.Command(
                        PointsPages.member(caller),
                        wish.order(),
                        wish.tripOn(),
                        wish.evidence()))) {
            case ClaimPoints.Outcome.Queued(long id) ->
                    new Queued(PublicId.encode(PREFIX, id), "OPEN");
            case ClaimPoints.Outcome.TooLate(LocalDate until) ->
                    throw Refusal.of("CLAIM_TOO_LATE", HttpStatus.CONFLICT, Map.of("until", until));
            case ClaimPoints.Outcome.TooEarly(LocalDate from) ->
                    throw Refusal.of("CLAIM_TOO_EARLY", HttpStatus.CONFLICT, Map.of("from", from));
            case ClaimPoints.Outcome.NotTravelledYet() ->
                    throw Refusal.of("CLAIM_BEFORE_TRIP", HttpStatus.CONFLICT);
            case ClaimPoints.Outcome.ClaimedAlready() ->
                    throw Refusal.of("CLAIMED_ALREADY", HttpStatus.CONFLICT);
            case ClaimPoints.Outcome.CreditedAlready() ->
                    throw Refusal.of("CREDITED_ALREADY", HttpStatus.CONFLICT);
        };
    }

    @GetMapping("/v1/me/claims")
    @Permission(Permission.MEMBER)
    Page<ClaimView> mine(Caller caller, @RequestParam(required = false) @Nullable String cursor) {
        return page(null, PointsPages.member(caller), cursor, null);
    }

    @GetMapping("/v1/claims")
    @Permission("points.adjust")
    Page<ClaimView> queue(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String member,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return page(state, member == null ? null : PublicId.decode("mbr", member), cursor, limit);
    }

    /**
     * The next claim for this person, who has it alone for some minutes; repeated, the same one.
     */
    @PostMapping("/v1/claims:take")
    @Permission("points.adjust")
    TurnView take(Caller caller, @RequestBody Passed wish) {
        TakeClaim.Turn turn =
                take.handle(
                        caller.key(),
                        wish.passed().stream().map(id -> PublicId.decode(PREFIX, id)).toList());
        return new TurnView(
                turn.claim().map(ClaimPages::view).orElse(null), turn.until(), turn.queue());
    }

    /** Gives back what this person has in hand. */
    @PostMapping("/v1/claims:leave")
    @Permission("points.adjust")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(Caller caller) {
        take.leave(caller.key());
    }

    @PostMapping("/v1/claims/{id}:decide")
    @Permission("points.adjust")
    Queued decide(Caller caller, @PathVariable String id, @RequestBody Verdict verdict) {
        return switch (decide.handle(
                new DecideClaim.Command(
                        PublicId.decode(PREFIX, id),
                        verdict.points(),
                        verdict.decision(),
                        caller.key()))) {
            case DecideClaim.Outcome.Decided(Claim.State state, long points) ->
                    new Queued(id, state.name());
            case DecideClaim.Outcome.DecidedAlready(Claim.State state) ->
                    throw Refusal.of(
                            "DECIDED_ALREADY", HttpStatus.CONFLICT, Map.of("state", state));
            case DecideClaim.Outcome.NotPossible(WalletRefusal code) ->
                    throw Refusal.of(code, HttpStatus.CONFLICT);
            case DecideClaim.Outcome.HeldByAnother() ->
                    throw Refusal.of("CLAIM_IN_OTHER_HANDS", HttpStatus.CONFLICT);
            case DecideClaim.Outcome.Unknown() -> throw Refusal.notFound("claim");
        };
    }

    private Page<ClaimView> page(
            @Nullable String state,
            @Nullable Long member,
            @Nullable String cursor,
            @Nullable Integer limit) {
        return list.claims(state, member, Cursor.parse(cursor, 1), Cursor.limit(limit))
                .map(ClaimPages::view);
    }

    private static ClaimView view(Claim claim) {
        return new ClaimView(
                PublicId.encode(PREFIX, claim.id()),
                PublicId.encode("mbr", claim.memberId()),
                claim.order(),
                claim.tripOn(),
                claim.evidence(),
                claim.state().name(),
                claim.askedAt(),
                claim.decidedAt(),
                claim.decision(),
                claim.points());
    }
}

package dev.waystation.platform.members.wallet.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.IdempotencyReference;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.members.wallet.PoolRefusal;
import dev.waystation.platform.members.wallet.PooledPoints;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What a family can spend together, and the till that spends it for one of them. */
@RestController
class PoolPages {

    record PoolSourceView(String memberId, long spendable, long drawable) {}

    /** What the member could draw now; {@code whyNone} is a refusal's code. */
    record PoolOfferView(long possible, @Nullable String whyNone, List<PoolSourceView> sources) {}

    record PoolDrawRequest(String memberId, long amount, String source, @Nullable String order) {}

    record PoolReturnRequest(long amount) {}

    record PoolPartView(String memberId, @Nullable LocalDate lastDay, long amount) {}

    record PoolMoveView(
            UUID reference,
            long amount,
            List<PoolPartView> parts,
            boolean repeated,
            Explanation why) {}

    private final PooledPoints pool;

    PoolPages(PooledPoints pool) {
        this.pool = pool;
    }

    @GetMapping("/v1/me/pool")
    @Permission(Permission.MEMBER)
    PoolOfferView mine(Caller caller) {
        return view(pool.offer(own(caller)));
    }

    @GetMapping("/v1/members/{id}/pool")
    @Permission("points.read")
    PoolOfferView ofMember(@PathVariable String id) {
        return view(pool.offer(PublicId.decode("mbr", id)));
    }

    @PostMapping("/v1/pool-draws")
    @Permission("points.pool")
    PoolMoveView draw(@RequestBody PoolDrawRequest body) {
        return answer(
                pool.draw(
                        new PooledPoints.Draw(
                                IdempotencyReference.current(),
                                PublicId.decode("mbr", body.memberId()),
                                body.amount(),
                                body.source(),
                                body.order())));
    }

    @PostMapping("/v1/pool-draws/{reference}:give-back")
    @Permission("points.pool")
    PoolMoveView giveBack(@PathVariable UUID reference, @RequestBody PoolReturnRequest body) {
        return answer(
                pool.giveBack(
                        new PooledPoints.Return(
                                IdempotencyReference.current(),
                                reference,
                                body.amount(),
                                "family")));
    }

    static long own(Caller caller) {
        return switch (caller) {
            case Caller.Member(long id) -> id;
            case Caller.Staff _, Caller.ApiClient _, Caller.Anonymous _ ->
                    throw new Malformed("caller", caller.key(), "sign in as a member");
        };
    }

    private static PoolMoveView answer(PooledPoints.Outcome outcome) {
        return switch (outcome) {
            case PooledPoints.Outcome.Done done ->
                    new PoolMoveView(
                            done.reference(),
                            done.amount(),
                            done.parts().stream()
                                    .map(each ->
                                            new PoolPartView(
                                                    PublicId.encode("mbr", each.memberId()),
                                                    each.lastDay(),
                                                    each.amount()))
                                    .toList(),
                            done.repeated(),
                            done.why());
            case PooledPoints.Outcome.Refused(var code, long asked, long possible) ->
                    throw Refusal.of(
                            code,
                            code == PoolRefusal.POOL_DRAW_UNKNOWN
                                    ? HttpStatus.NOT_FOUND
                                    : HttpStatus.CONFLICT,
                            Map.of("asked", asked, "possible", possible));
        };
    }

    private static PoolOfferView view(PooledPoints.Offer offer) {
        PoolRefusal none = offer.whyNone();
        return new PoolOfferView(
                offer.possible(),
                none == null ? null : none.name(),
                offer.sources().stream()
                        .map(each ->
                                new PoolSourceView(
                                        PublicId.encode("mbr", each.memberId()),
                                        each.spendable(),
                                        each.drawable()))
                        .toList());
    }
}

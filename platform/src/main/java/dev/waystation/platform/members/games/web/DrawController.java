package dev.waystation.platform.members.games.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.IdempotencyReference;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.foundation.edge.RefusalProblem;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.games.GameRefusal;
import dev.waystation.platform.members.games.model.Draw;
import dev.waystation.platform.members.games.model.Prize;
import dev.waystation.platform.members.games.model.Spin;
import dev.waystation.platform.members.games.model.Wheel;
import dev.waystation.platform.members.games.usecase.RunDraw;
import dev.waystation.platform.members.games.usecase.ShowGames;
import dev.waystation.platform.members.games.usecase.SpinWheel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Draws, and what makes them checkable. */
@RestController
class DrawController {

    private static final String DRAW = "drw";

    /** {@code weight} of {@code total} is the stated chance; {@code left} is null without limit. */
    record PrizeView(
            int nth,
            Said name,
            int weight,
            long points,
            @Nullable String benefit,
            @Nullable Long stock,
            @Nullable Long left) {}

    record SpinView(long sequence, int rolled, int given, Instant at) {}

    record DrawView(
            String id,
            Said name,
            long costPoints,
            int perDay,
            Instant opens,
            Instant closes,
            boolean open,
            long total,
            List<PrizeView> prizes,
            String commitment,
            long spins,
            int leftToday,
            List<SpinView> own) {}

    record PrizeBody(
            Said name,
            int weight,
            long points,
            @Nullable String benefit,
            int validDays,
            @Nullable Long stock) {}

    record DrawBody(
            Said name,
            long costPoints,
            int perDay,
            Instant opens,
            Instant closes,
            List<PrizeBody> prizes) {}

    record Spun(SpinView spin, PrizeView prize, boolean stoodIn, int leftToday) {}

    record ProofSpin(long sequence, UUID reference, long roll, int rolled, int given) {}

    /** {@code seed} is null while somebody can still spin. */
    record ProofView(
            String commitment,
            @Nullable String seed,
            String recipe,
            long total,
            List<ProofSpin> spins,
            List<Long> wrong) {}

    private final ShowGames show;
    private final RunDraw run;
    private final SpinWheel spin;

    DrawController(ShowGames show, RunDraw run, SpinWheel spin) {
        this.show = show;
        this.run = run;
        this.spin = spin;
    }

    @GetMapping("/v1/draws")
    @Permission({Permission.MEMBER, "coupons.read"})
    List<DrawView> draws(Caller caller) {
        return show.draws(member(caller)).stream().map(DrawController::view).toList();
    }

    @PostMapping("/v1/draws")
    @ResponseStatus(HttpStatus.CREATED)
    @Permission("mall.write")
    DrawView open(@RequestBody DrawBody body) {
        List<Prize> prizes = new ArrayList<>();
        for (PrizeBody each : body.prizes()) {
            prizes.add(
                    new Prize(
                            prizes.size() + 1,
                            each.name(),
                            each.weight(),
                            each.points(),
                            each.benefit(),
                            each.validDays(),
                            each.stock(),
                            each.stock()));
        }
        Draw draw =
                run.open(
                        new Draw(
                                0,
                                body.name(),
                                body.costPoints(),
                                body.perDay(),
                                body.opens(),
                                body.closes(),
                                "",
                                new Wheel(prizes),
                                0,
                                null));
        return view(show.draw(draw.id(), null).orElseThrow());
    }

    @PostMapping("/v1/me/draws/{id}:spin")
    @ResponseStatus(HttpStatus.CREATED)
    @Permission(Permission.MEMBER)
    Spun spin(Caller caller, @PathVariable String id) {
        return switch (spin.handle(
                new SpinWheel.Command(
                        IdempotencyReference.current(),
                        OwnMember.of(caller),
                        PublicId.decode(DRAW, id)))) {
            case SpinWheel.Outcome.Spun(Spin spun, Prize given, int left) ->
                    new Spun(view(spun), view(given), spun.rolled() != spun.given(), left);
            case SpinWheel.Outcome.Refused(GameRefusal code, Map<String, Object> values) ->
                    throw problem(code, values);
        };
    }

    @PostMapping("/v1/draws/{id}:close")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permission("mall.write")
    void close(@PathVariable String id) {
        if (!run.close(PublicId.decode(DRAW, id))) {
            throw problem(GameRefusal.DRAW_NOT_FOUND, Map.of());
        }
    }

    @GetMapping("/v1/draws/{id}/proof")
    @Permission({Permission.MEMBER, "coupons.read"})
    ProofView proof(@PathVariable String id, @RequestParam(defaultValue = "0") long after) {
        RunDraw.Proof proof =
                run.proof(PublicId.decode(DRAW, id), after)
                        .orElseThrow(() -> problem(GameRefusal.DRAW_NOT_FOUND, Map.of()));
        long draw = proof.draw().id();
        return new ProofView(
                proof.draw().commitment(),
                proof.seed(),
                "HMAC-SHA256(seed, \""
                        + draw
                        + ":sequence:reference:attempt\"), 63 bits, mod total",
                proof.draw().wheel().total(),
                proof.spins().stream()
                        .map(each ->
                                new ProofSpin(
                                        each.sequence(),
                                        each.reference(),
                                        each.roll(),
                                        each.rolled(),
                                        each.given()))
                        .toList(),
                proof.wrong());
    }

    private static DrawView view(ShowGames.Seen seen) {
        Draw draw = seen.draw();
        return new DrawView(
                PublicId.encode(DRAW, draw.id()),
                draw.name(),
                draw.costPoints(),
                draw.perDay(),
                draw.opens(),
                draw.closes(),
                seen.open(),
                draw.wheel().total(),
                draw.wheel().prizes().stream().map(DrawController::view).toList(),
                draw.commitment(),
                draw.lastSequence(),
                seen.leftToday(),
                seen.own().stream().map(DrawController::view).toList());
    }

    private static PrizeView view(Prize each) {
        return new PrizeView(
                each.nth(),
                each.name(),
                each.weight(),
                each.points(),
                each.benefit(),
                each.stock(),
                each.left());
    }

    private static SpinView view(Spin each) {
        return new SpinView(each.sequence(), each.rolled(), each.given(), each.at());
    }

    private static @Nullable Long member(Caller caller) {
        return caller instanceof Caller.Member(long id) ? id : null;
    }

    private static RefusalProblem problem(GameRefusal code, Map<String, ?> values) {
        return Refusal.of(
                code,
                code == GameRefusal.DRAW_NOT_FOUND ? HttpStatus.NOT_FOUND : HttpStatus.CONFLICT,
                values);
    }
}

package dev.waystation.platform.members.games.usecase;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Reason;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.benefits.EntitlementGrant;
import dev.waystation.platform.members.benefits.Entitlements;
import dev.waystation.platform.members.games.facts.SpinMade;
import dev.waystation.platform.members.games.model.Draw;
import dev.waystation.platform.members.games.model.Prize;
import dev.waystation.platform.members.games.store.DrawStore;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCommand;
import dev.waystation.platform.members.wallet.PointsCredit;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a spin's cost and gives its prize, once under references made from the spin's. */
@Service
public class GivePrize {

    private final DrawStore draws;
    private final Points points;
    private final Entitlements entitlements;
    private final Clock clock;

    GivePrize(DrawStore draws, Points points, Entitlements entitlements, Clock clock) {
        this.draws = draws;
        this.points = points;
        this.entitlements = entitlements;
        this.clock = clock;
    }

    @Transactional
    public void handle(SpinMade spin) {
        if (spin.cost() > 0) {
            points.post(
                    new PointsCommand.Capture(
                            part(spin.spinRef(), "capture"),
                            spin.memberId(),
                            Points.POINTS,
                            part(spin.spinRef(), "hold"),
                            spin.cost(),
                            "draw"));
        }
        Draw draw = draws.find(spin.drawId()).orElseThrow();
        draw.wheel().prizes().stream()
                .filter(prize -> prize.nth() == spin.prize())
                .forEach(prize -> give(draw, prize, spin));
    }

    private void give(Draw draw, Prize prize, SpinMade spin) {
        LocalDate today = LocalDate.now(clock);
        if (prize.points() > 0) {
            points.credit(
                    new PointsCredit(
                            part(spin.spinRef(), "prize"),
                            spin.memberId(),
                            Points.POINTS,
                            prize.points(),
                            points.lastDay(Points.POINTS, today),
                            why(draw, prize),
                            "draw"));
        }
        String benefit = prize.benefit();
        if (benefit != null) {
            entitlements.grant(
                    EntitlementGrant.forTerm(
                            part(spin.spinRef(), "prize"),
                            spin.memberId(),
                            benefit,
                            "draw:" + draw.id(),
                            1,
                            today,
                            today.plusDays(prize.validDays())));
        }
    }

    private static Explanation why(Draw draw, Prize prize) {
        return Explanation.of(
                new Said("抽奖所得:" + prize.name().zh(), "Won in a draw: " + prize.name().en()),
                new Reason(
                        "STATED_ODDS",
                        true,
                        new Said(
                                "公示概率 %d / %d".formatted(prize.weight(), draw.wheel().total()),
                                "Stated odds %d in %d"
                                        .formatted(prize.weight(), draw.wheel().total())),
                        Map.of("weight", prize.weight(), "total", draw.wheel().total())));
    }

    static UUID part(UUID spin, String what) {
        return UUID.nameUUIDFromBytes(
                ("spin " + spin + " " + what).getBytes(StandardCharsets.UTF_8));
    }
}

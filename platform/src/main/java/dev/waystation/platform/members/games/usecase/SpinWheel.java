package dev.waystation.platform.members.games.usecase;

import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.members.games.GameRefusal;
import dev.waystation.platform.members.games.facts.SpinMade;
import dev.waystation.platform.members.games.model.Draw;
import dev.waystation.platform.members.games.model.Prize;
import dev.waystation.platform.members.games.model.Spin;
import dev.waystation.platform.members.games.model.SpinSeed;
import dev.waystation.platform.members.games.store.DrawStore;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCommand;
import dev.waystation.platform.members.wallet.PostOutcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * One spin. Its cost is set aside first, under a reference made from the spin's, so that it can't
 * be charged twice; spins of one draw take turns behind its row.
 */
@Service
public class SpinWheel {

    private static final Duration HELD = Duration.ofHours(1);

    private final DrawStore draws;
    private final DrawSeeds seeds;
    private final Points points;
    private final FactLog facts;
    private final Clock clock;

    SpinWheel(DrawStore draws, DrawSeeds seeds, Points points, FactLog facts, Clock clock) {
        this.draws = draws;
        this.seeds = seeds;
        this.points = points;
        this.facts = facts;
        this.clock = clock;
    }

    /** A wish; one spin per reference. */
    public record Command(UUID reference, long memberId, long drawId) {}

    /** The answer. */
    public sealed interface Outcome {
        record Spun(Spin spin, Prize given, int leftToday) implements Outcome {}

        record Refused(GameRefusal code, Map<String, Object> values) implements Outcome {}
    }

    @Transactional
    public Outcome handle(Command command) {
        Draw draw = draws.locked(command.drawId()).orElse(null);
        if (draw == null) {
            return refused(GameRefusal.DRAW_NOT_FOUND, Map.of());
        }
        int used = usedToday(draw.id(), command.memberId());
        Optional<Spin> before = draws.spin(draw.id(), command.reference());
        if (before.isPresent()) {
            return spun(draw, before.get(), used);
        }
        Instant now = clock.instant();
        if (!draw.openAt(now)) {
            return refused(GameRefusal.DRAW_IS_NOT_OPEN, Map.of());
        }
        if (used >= draw.perDay()) {
            return refused(
                    GameRefusal.DRAW_SPINS_OF_THE_DAY_ARE_GONE, Map.of("perDay", draw.perDay()));
        }
        if (draw.costPoints() > 0
                && points.post(
                                new PointsCommand.Hold(
                                        GivePrize.part(command.reference(), "hold"),
                                        command.memberId(),
                                        Points.POINTS,
                                        draw.costPoints(),
                                        now.plus(HELD),
                                        "draw"))
                        instanceof PostOutcome.Refused(var _, long _, long possible)) {
            return refused(
                    GameRefusal.DRAW_POINTS_DO_NOT_SUFFICE,
                    Map.of("possible", possible, "cost", draw.costPoints()));
        }
        return spun(draw, spin(draw, command, now), used + 1);
    }

    private Spin spin(Draw draw, Command command, Instant now) {
        long sequence = draws.next(draw.id());
        SpinSeed seed = seeds.open(draws.sealedSeed(draw.id()));
        long roll = seed.roll(draw.id(), sequence, command.reference(), draw.wheel().total());
        Prize rolled = draw.wheel().at(roll);
        Prize given = draws.take(draw.id(), rolled.nth()) ? rolled : draw.wheel().consolation();
        Spin spin =
                new Spin(
                        sequence,
                        command.memberId(),
                        command.reference(),
                        roll,
                        rolled.nth(),
                        given.nth(),
                        now);
        draws.spin(draw.id(), spin);
        facts.append(
                new SpinMade(
                        command.memberId(),
                        draw.id(),
                        sequence,
                        command.reference(),
                        given.nth(),
                        draw.costPoints(),
                        now));
        return spin;
    }

    private Outcome spun(Draw draw, Spin spin, int used) {
        Prize given =
                draw.wheel().prizes().stream()
                        .filter(prize -> prize.nth() == spin.given())
                        .findFirst()
                        .orElseThrow();
        return new Outcome.Spun(spin, given, Math.max(0, draw.perDay() - used));
    }

    private int usedToday(long draw, long member) {
        Instant midnight = LocalDate.now(clock).atStartOfDay(clock.getZone()).toInstant();
        return draws.since(draw, member, midnight);
    }

    private static Outcome refused(GameRefusal code, Map<String, Object> values) {
        return new Outcome.Refused(code, values);
    }
}

package dev.waystation.platform.members.wallet.usecase;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.members.membership.Household;
import dev.waystation.platform.members.membership.Households;
import dev.waystation.platform.members.wallet.Balance;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCommand;
import dev.waystation.platform.members.wallet.PoolRefusal;
import dev.waystation.platform.members.wallet.PooledPoints;
import dev.waystation.platform.members.wallet.PostOutcome;
import dev.waystation.platform.members.wallet.model.JointDecision;
import dev.waystation.platform.members.wallet.model.JointMove;
import dev.waystation.platform.members.wallet.model.PoolPlan;
import dev.waystation.platform.members.wallet.store.JointStore;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Draws from a family: plan on what everybody has, hold it in ascending order of owners, decide
 * (durable), capture. Until the decision a crash leaves holds, which end by themselves; after it,
 * {@link CarryOut} finishes. A family's draws take turns here, so each plans on what the one before
 * left; on another node the holds keep them apart.
 */
@Service
class DrawFromPool implements PooledPoints {

    private static final Duration HOLD = Duration.ofMinutes(15);
    private static final int ATTEMPTS = 3;

    private final Households households;
    private final Points points;
    private final JointStore store;
    private final JointMoves moves;
    private final Clock clock;
    private final FamilyTurns turns;

    DrawFromPool(
            Households households,
            Points points,
            JointStore store,
            JointMoves moves,
            Clock clock,
            FamilyTurns turns) {
        this.households = households;
        this.points = points;
        this.store = store;
        this.moves = moves;
        this.clock = clock;
        this.turns = turns;
    }

    @Override
    public Outcome draw(Draw draw) {
        Optional<JointMove> before = store.find(draw.reference());
        if (before.isPresent()) {
            return repeated(before.get(), draw.amount());
        }
        Household family = households.ofMember(draw.memberId()).orElse(null);
        if (family == null) {
            return no(PoolRefusal.POOL_NOT_FOUND, draw.amount(), 0);
        }
        PoolRefusal refusal = mayNot(family, draw.memberId());
        if (refusal != null) {
            return no(refusal, draw.amount(), 0);
        }
        return turns.take(family.id(), () -> inTurn(draw, family));
    }

    @Override
    public Outcome giveBack(Return back) {
        JointDecision decision =
                new JointDecision.Return(
                        back.reference(), back.draw(), back.amount(), back.source());
        return switch (moves.decide(decision)) {
            case JointDecision.Answer.Decided(JointMove move, boolean repeated) -> {
                moves.carryOut(move);
                yield done(move, repeated);
            }
            case JointDecision.Answer.Refused(var code, long asked, long possible) ->
                    no(code, asked, possible);
        };
    }

    @Override
    public Offer offer(long memberId) {
        Household family = households.ofMember(memberId).orElse(null);
        if (family == null) {
            return new Offer(0, PoolRefusal.POOL_NOT_FOUND, List.of());
        }
        Map<Long, Long> drawn = store.netDrawn(JointMove.family(family.id()));
        List<Source> sources = new ArrayList<>();
        for (Household.Kin kin : family.kin()) {
            PoolPlan.Owner owner = owner(kin, drawn);
            long spendable = owner.slices().stream().mapToLong(PoolPlan.Slice::free).sum();
            sources.add(new Source(kin.memberId(), spendable, owner.drawable()));
        }
        PoolRefusal refusal = mayNot(family, memberId);
        long possible = sources.stream().mapToLong(Source::drawable).sum();
        Long limit = family.of(memberId).map(Household.Kin::monthlyLimit).orElse(null);
        if (limit != null) {
            LocalDate month = JointMove.monthOf(LocalDate.now(clock));
            possible = Math.clamp(limit - store.drawnInMonth(memberId, month), 0, possible);
        }
        return new Offer(refusal == null ? possible : 0, refusal, sources);
    }

    @Override
    public long outstanding(UUID draw) {
        return store.find(draw)
                .filter(move -> move.kind() == JointMove.Kind.DRAW)
                .filter(move -> move.state() != JointMove.State.UNDONE)
                .map(move -> move.left(store.returnsOf(draw)))
                .map(parts -> parts.stream().mapToLong(Part::amount).sum())
                .orElse(0L);
    }

    private Outcome inTurn(Draw draw, Household family) {
        Long limit = family.of(draw.memberId()).map(Household.Kin::monthlyLimit).orElse(null);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Map<Long, Long> drawn = store.netDrawn(JointMove.family(family.id()));
            List<PoolPlan.Owner> owners =
                    family.kin().stream().map(each -> owner(each, drawn)).toList();
            long possible = PoolPlan.possible(owners);
            if (draw.amount() > possible) {
                return no(PoolRefusal.POOL_IS_TOO_LOW, draw.amount(), possible);
            }
            JointMove move = move(draw, family, attempt, owners);
            if (held(move)) {
                return decide(new JointDecision.Draw(move, limit), move);
            }
        }
        return no(PoolRefusal.POOL_BALANCES_MOVED, draw.amount(), 0);
    }

    private Outcome decide(JointDecision.Draw decision, JointMove held) {
        return switch (moves.decide(decision)) {
            case JointDecision.Answer.Decided(JointMove move, boolean repeated) -> {
                if (repeated && move.attempt() != held.attempt()) {
                    release(held);
                }
                yield moves.carryOut(move) == JointMove.State.DONE
                        ? done(move, repeated)
                        : no(PoolRefusal.POOL_BALANCES_MOVED, move.amount(), 0);
            }
            case JointDecision.Answer.Refused(var code, long asked, long possible) -> {
                release(held);
                yield no(code, asked, possible);
            }
        };
    }

    /** All holds or none. */
    private boolean held(JointMove move) {
        List<PointsCommand> holds = new ArrayList<>();
        JointMove.byOwner(move.parts())
                .forEach((owner, amount) ->
                        holds.add(
                                new PointsCommand.Hold(
                                        move.entry("hold " + move.attempt(), owner),
                                        owner,
                                        Points.POINTS,
                                        amount,
                                        clock.instant().plus(HOLD),
                                        CarryOut.SOURCE)));
        boolean all = points.postAll(holds).stream().allMatch(PostOutcome.Posted.class::isInstance);
        if (!all) {
            release(move);
        }
        return all;
    }

    private void release(JointMove move) {
        List<PointsCommand> releases = new ArrayList<>();
        JointMove.byOwner(move.parts())
                .forEach((owner, _) ->
                        releases.add(
                                new PointsCommand.Release(
                                        move.entry("release " + move.attempt(), owner),
                                        owner,
                                        Points.POINTS,
                                        move.entry("hold " + move.attempt(), owner),
                                        CarryOut.SOURCE)));
        points.postAll(releases);
    }

    private @Nullable PoolRefusal mayNot(Household family, long memberId) {
        if (family.frozenFor() != null) {
            return PoolRefusal.POOL_IS_FROZEN;
        }
        if (family.ownerOnly() && family.ownerId() != memberId) {
            return PoolRefusal.POOL_OWNER_ONLY;
        }
        return family.joins(memberId, memberId, LocalDate.now(clock))
                ? null
                : PoolRefusal.POOL_NOT_ACTIVE_YET;
    }

    /** What one of the family can give; nothing before their waiting time is over. */
    private PoolPlan.Owner owner(Household.Kin kin, Map<Long, Long> drawn) {
        Balance balance = points.balance(kin.memberId(), Points.POINTS);
        List<PoolPlan.Slice> slices =
                balance.expiring().stream()
                        .map(each -> new PoolPlan.Slice(each.lastDay(), each.amount()))
                        .toList();
        long spendable = slices.stream().mapToLong(PoolPlan.Slice::free).sum();
        boolean active = !LocalDate.now(clock).isBefore(kin.activeOn());
        return new PoolPlan.Owner(
                kin.memberId(),
                active
                        ? PoolPlan.drawable(
                                kin.sharePercent(),
                                spendable,
                                drawn.getOrDefault(kin.memberId(), 0L))
                        : 0,
                slices);
    }

    private JointMove move(Draw draw, Household family, int attempt, List<PoolPlan.Owner> owners) {
        return new JointMove(
                draw.reference(),
                JointMove.Kind.DRAW,
                JointMove.family(family.id()),
                0,
                draw.memberId(),
                draw.amount(),
                0,
                attempt,
                null,
                family.drawOrder(),
                draw.source(),
                draw.order(),
                JointMove.monthOf(LocalDate.now(clock)),
                clock.instant(),
                JointMove.State.DECIDED,
                PoolPlan.take(owners, draw.amount(), family.drawOrder()));
    }

    private Outcome repeated(JointMove before, long amount) {
        if (before.kind() != JointMove.Kind.DRAW || before.amount() != amount) {
            return no(PoolRefusal.POOL_REFERENCE_TAKEN, amount, 0);
        }
        return moves.carryOut(before) == JointMove.State.DONE
                ? done(before, true)
                : no(PoolRefusal.POOL_BALANCES_MOVED, amount, 0);
    }

    private static Outcome done(JointMove move, boolean repeated) {
        Explanation why = PoolWords.why(move);
        return new Outcome.Done(move.reference(), move.amount(), move.parts(), repeated, why);
    }

    private static Outcome no(PoolRefusal code, long asked, long possible) {
        return new Outcome.Refused(code, asked, possible);
    }
}

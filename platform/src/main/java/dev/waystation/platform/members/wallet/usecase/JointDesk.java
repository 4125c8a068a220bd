package dev.waystation.platform.members.wallet.usecase;

import dev.waystation.lane.Desk;
import dev.waystation.lane.LaneFenced;
import dev.waystation.platform.members.wallet.PoolRefusal;
import dev.waystation.platform.members.wallet.PooledPoints.Part;
import dev.waystation.platform.members.wallet.model.JointDecision;
import dev.waystation.platform.members.wallet.model.JointDecision.Answer;
import dev.waystation.platform.members.wallet.model.JointMove;
import dev.waystation.platform.members.wallet.model.PoolPlan;
import dev.waystation.platform.members.wallet.store.JointStore;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Decides joint movements one after the other: limits, cooling down and what is left of a draw. It
 * reads what is durable for every batch and keeps nothing in memory between batches; a second
 * writer loses on the number within the scope.
 */
final class JointDesk implements Desk<JointDecision, Answer> {

    private final JointStore store;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Map<UUID, JointMove> known = new HashMap<>();
    private final Map<UUID, List<JointMove>> returns = new HashMap<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private final Map<Long, Long> drawn = new HashMap<>();
    private final Map<String, JointStore.Sent> sent = new HashMap<>();
    private final List<JointMove> fresh = new ArrayList<>();
    private final List<JointDecision.Settle> settled = new ArrayList<>();

    JointDesk(JointStore store, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void prepare(List<JointDecision> decisions) {
        forget();
        decisions.forEach(this::read);
    }

    @Override
    public Answer decide(JointDecision decision) {
        return switch (decision) {
            case JointDecision.Draw draw -> draw(draw);
            case JointDecision.Return back -> giveBack(back);
            case JointDecision.Transfer transfer -> transfer(transfer);
            case JointDecision.Settle settle -> {
                settled.add(settle);
                yield new Answer.Decided(
                        Objects.requireNonNull(known.get(settle.reference())), false);
            }
        };
    }

    @Override
    public void commit() {
        if (fresh.isEmpty() && settled.isEmpty()) {
            return;
        }
        try {
            transaction.executeWithoutResult(_ -> {
                fresh.forEach(store::insert);
                settled.forEach(each -> store.settle(each.reference(), each.state()));
            });
        } catch (DuplicateKeyException another) {
            throw new LaneFenced("Another writer decided on this family or sender", another);
        }
        forget();
    }

    @Override
    public void rollback(Throwable cause) {
        forget();
    }

    private Answer draw(JointDecision.Draw draw) {
        JointMove move = draw.move();
        JointMove before = known.get(move.reference());
        if (before != null) {
            return repeated(before, move.amount(), JointMove.Kind.DRAW);
        }
        Long limit = draw.monthlyLimit();
        if (limit != null) {
            long left = limit - drawn.getOrDefault(move.askedBy(), 0L);
            if (move.amount() > left) {
                return no(PoolRefusal.POOL_LIMIT_REACHED, move.amount(), Math.max(0, left));
            }
        }
        drawn.merge(move.askedBy(), move.amount(), Long::sum);
        return enter(move);
    }

    private Answer giveBack(JointDecision.Return back) {
        JointMove before = known.get(back.reference());
        if (before != null) {
            return repeated(before, back.amount(), JointMove.Kind.RETURN);
        }
        JointMove draw = known.get(back.draw());
        if (draw == null
                || draw.kind() != JointMove.Kind.DRAW
                || draw.state() == JointMove.State.UNDONE) {
            return no(PoolRefusal.POOL_DRAW_UNKNOWN, back.amount(), 0);
        }
        List<JointMove> earlier = Objects.requireNonNull(returns.get(draw.reference()));
        List<Part> left = draw.left(earlier);
        long possible = left.stream().mapToLong(Part::amount).sum();
        if (back.amount() > possible) {
            return no(PoolRefusal.POOL_RETURN_EXCEEDS_DRAW, back.amount(), possible);
        }
        JointMove move =
                new JointMove(
                        back.reference(),
                        JointMove.Kind.RETURN,
                        draw.scope(),
                        0,
                        draw.askedBy(),
                        back.amount(),
                        0,
                        0,
                        draw.reference(),
                        draw.drawOrder(),
                        back.source(),
                        draw.order(),
                        draw.month(),
                        clock.instant(),
                        JointMove.State.DECIDED,
                        PoolPlan.giveBack(
                                left, back.amount(), Objects.requireNonNull(draw.drawOrder())));
        earlier.add(move);
        return enter(move);
    }

    private Answer transfer(JointDecision.Transfer transfer) {
        JointMove move = transfer.move();
        JointMove before = known.get(move.reference());
        if (before != null) {
            return repeated(before, move.amount(), JointMove.Kind.TRANSFER);
        }
        JointStore.Sent past = Objects.requireNonNull(sent.get(move.scope()));
        boolean inThisBatch = fresh.stream().anyMatch(each -> each.scope().equals(move.scope()));
        if (inThisBatch || (past.lastAt() != null && past.lastAt().isAfter(transfer.coolSince()))) {
            return no(PoolRefusal.TRANSFER_COOLING_DOWN, move.amount(), 0);
        }
        long room = transfer.mostAYear() - past.thisYear();
        return move.amount() > room
                ? no(PoolRefusal.TRANSFER_LIMIT_REACHED, move.amount(), Math.max(0, room))
                : enter(move);
    }

    private Answer enter(JointMove move) {
        long last = Objects.requireNonNull(numbers.get(move.scope()));
        numbers.put(move.scope(), last + 1);
        JointMove numbered = move.numbered(last + 1);
        known.put(move.reference(), numbered);
        fresh.add(numbered);
        return new Answer.Decided(numbered, false);
    }

    /** Everything deciding will need: a decision itself reads nothing. */
    private void read(JointDecision decision) {
        remember(decision.reference());
        switch (decision) {
            case JointDecision.Draw(JointMove move, Long limit) -> {
                numbers.computeIfAbsent(move.scope(), store::lastNumber);
                if (limit != null) {
                    drawn.computeIfAbsent(
                            move.askedBy(), key -> store.drawnInMonth(key, move.month()));
                }
            }
            case JointDecision.Return back -> {
                JointMove draw = remember(back.draw());
                if (draw != null) {
                    numbers.computeIfAbsent(draw.scope(), store::lastNumber);
                    returns.computeIfAbsent(
                            draw.reference(), key -> new ArrayList<>(store.returnsOf(key)));
                }
            }
            case JointDecision.Transfer(JointMove move, long _, Instant year, Instant _) -> {
                numbers.computeIfAbsent(move.scope(), store::lastNumber);
                sent.computeIfAbsent(move.scope(), key -> store.sent(key, year));
            }
            case JointDecision.Settle _ -> {}
        }
    }

    private @Nullable JointMove remember(UUID reference) {
        return known.computeIfAbsent(reference, key -> store.find(key).orElse(null));
    }

    private void forget() {
        known.clear();
        returns.clear();
        numbers.clear();
        drawn.clear();
        sent.clear();
        fresh.clear();
        settled.clear();
    }

    private static Answer repeated(JointMove before, long amount, JointMove.Kind kind) {
        return before.amount() == amount && before.kind() == kind
                ? new Answer.Decided(before, true)
                : no(PoolRefusal.POOL_REFERENCE_TAKEN, amount, 0);
    }

    private static Answer no(PoolRefusal code, long asked, long possible) {
        return new Answer.Refused(code, asked, possible);
    }
}

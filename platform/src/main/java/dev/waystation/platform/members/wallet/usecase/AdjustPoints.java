package dev.waystation.platform.members.wallet.usecase;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Reason;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.wallet.Note;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCommand;
import dev.waystation.platform.members.wallet.PostOutcome;
import dev.waystation.platform.members.wallet.WalletRefusal;
import dev.waystation.platform.members.wallet.model.Adjustment;
import dev.waystation.platform.members.wallet.store.AdjustmentStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Corrects a balance: alone up to the cap of one's role, above it with a second person. */
@Service
public class AdjustPoints {

    private static final long MOST = 10_000_000;

    /** Who wants what, and why. */
    public record Command(
            UUID reference,
            long memberId,
            String currency,
            Adjustment.Kind kind,
            long amount,
            String reason,
            String actor,
            Set<String> roles) {
        public Command {
            Malformed.require(amount > 0 && amount <= MOST, "amount", amount, "give 1 to " + MOST);
            int length = reason.strip().length();
            Malformed.require(
                    length >= 4 && length <= 200, "reason", reason, "give 4 to 200 characters");
            roles = Set.copyOf(roles);
        }
    }

    /** A second person's word; {@code comment} is needed to refuse. */
    public record Decision(long id, boolean approved, @Nullable String comment, String actor) {}

    /** What became of it. */
    public sealed interface Outcome {
        record Posted(long id, long amount, long spendable) implements Outcome {}

        /** Above the cap: it waits for somebody else. */
        record Waiting(long id, long cap) implements Outcome {}

        record TurnedDown(long id) implements Outcome {}

        record NotPossible(WalletRefusal code, long asked, long possible) implements Outcome {}

        record OwnRequest() implements Outcome {}

        record DecidedAlready(Adjustment.State state) implements Outcome {}

        record Unknown() implements Outcome {}
    }

    private final AdjustmentStore store;
    private final Points points;
    private final Clock clock;

    AdjustPoints(AdjustmentStore store, Points points, Clock clock) {
        this.store = store;
        this.points = points;
        this.clock = clock;
    }

    @Transactional
    public Outcome ask(Command command) {
        long cap = store.cap(command.roles());
        boolean alone = command.amount() <= cap;
        long id =
                store.ask(
                        command.memberId(),
                        command.currency(),
                        command.kind(),
                        command.amount(),
                        command.reason(),
                        command.reference(),
                        alone ? Adjustment.State.POSTED : Adjustment.State.WAITING,
                        command.actor(),
                        clock.instant());
        return alone
                ? post(
                        id,
                        command.reference(),
                        command.memberId(),
                        command.currency(),
                        command.kind(),
                        command.amount(),
                        why(command.reason(), command.actor(), null),
                        command.actor())
                : new Outcome.Waiting(id, cap);
    }

    @Transactional
    public Outcome decide(Decision decision) {
        Adjustment asked = store.find(decision.id()).orElse(null);
        if (asked == null) {
            return new Outcome.Unknown();
        }
        if (asked.state() != Adjustment.State.WAITING) {
            return new Outcome.DecidedAlready(asked.state());
        }
        if (asked.askedBy().equals(decision.actor())) {
            return new Outcome.OwnRequest();
        }
        Adjustment.State state =
                decision.approved() ? Adjustment.State.POSTED : Adjustment.State.REFUSED;
        store.decide(decision.id(), state, decision.actor(), clock.instant(), decision.comment());
        return decision.approved()
                ? post(
                        asked.id(),
                        asked.reference(),
                        asked.memberId(),
                        asked.currency(),
                        asked.kind(),
                        asked.amount(),
                        why(asked.reason(), asked.askedBy(), decision.actor()),
                        decision.actor())
                : new Outcome.TurnedDown(asked.id());
    }

    // The wallet commits by itself under the request's reference: a repetition finds it posted.
    private Outcome post(
            long id,
            UUID reference,
            long member,
            String currency,
            Adjustment.Kind kind,
            long amount,
            Explanation why,
            String actor) {
        Note note = Note.by(actor, "adjustment " + id);
        PointsCommand command =
                switch (kind) {
                    case CREDIT ->
                            new PointsCommand.Credit(
                                    reference,
                                    member,
                                    currency,
                                    amount,
                                    points.lastDay(currency, LocalDate.now(clock)),
                                    why,
                                    "adjustment",
                                    note);
                    case DEDUCT ->
                            new PointsCommand.Deduct(
                                    reference, member, currency, amount, why, "adjustment", note);
                    case WRITE_OFF ->
                            new PointsCommand.WriteOff(
                                    reference, member, currency, amount, why, "adjustment", note);
                };
        return switch (points.post(command)) {
            case PostOutcome.Posted posted ->
                    new Outcome.Posted(id, posted.amount(), posted.spendable());
            case PostOutcome.Refused(WalletRefusal code, long asked, long possible) ->
                    new Outcome.NotPossible(code, asked, possible);
        };
    }

    private static Explanation why(String reason, String askedBy, @Nullable String approvedBy) {
        return Explanation.of(
                new Said("人工调整：" + reason, "Corrected by hand: " + reason),
                new Reason(
                        "adjustment.two-people",
                        approvedBy != null,
                        approvedBy == null
                                ? new Said(
                                        "由 " + askedBy + " 在权限额度内完成",
                                        "done by " + askedBy + " within the role's cap")
                                : new Said(
                                        "由 " + askedBy + " 提出，" + approvedBy + " 批准",
                                        "asked by " + askedBy + ", approved by " + approvedBy),
                        Map.of("askedBy", askedBy)));
    }
}

package dev.waystation.platform.members.wallet.usecase;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.members.membership.Household;
import dev.waystation.platform.members.membership.Households;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PoolRefusal;
import dev.waystation.platform.members.wallet.PooledPoints.Part;
import dev.waystation.platform.members.wallet.model.JointDecision;
import dev.waystation.platform.members.wallet.model.JointMove;
import dev.waystation.platform.members.wallet.model.TransferRule;
import dev.waystation.platform.members.wallet.store.TransferRuleStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Sends points to another member within the published limits. The points keep their last day, their
 * funder and their source, so sending them makes none younger and moves no bill.
 */
@Service
public class TransferPoints {

    /** A member wants to send points. */
    public record Command(UUID reference, long from, long to, long amount) {
        public Command {
            Malformed.require(amount > 0, "amount", amount, "send at least one point");
        }
    }

    /** The durable answer. */
    public sealed interface Outcome {

        record Sent(long amount, long fee, boolean repeated) implements Outcome {}

        /** Nothing moved; what would have passed, and the rule that was asked. */
        record Refused(PoolRefusal code, long possible, TransferRule rule) implements Outcome {}
    }

    private final Households households;
    private final Members members;
    private final Points points;
    private final TransferRuleStore rules;
    private final JointMoves moves;
    private final Clock clock;

    TransferPoints(
            Households households,
            Members members,
            Points points,
            TransferRuleStore rules,
            JointMoves moves,
            Clock clock) {
        this.households = households;
        this.members = members;
        this.points = points;
        this.rules = rules;
        this.moves = moves;
        this.clock = clock;
    }

    public Outcome handle(Command command) {
        TransferRule rule = rules.read();
        Optional<PoolRefusal> refusal = mayNot(command, rule);
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get(), 0, rule);
        }
        Instant now = clock.instant();
        Instant year =
                LocalDate.now(clock).withDayOfYear(1).atStartOfDay(clock.getZone()).toInstant();
        JointDecision decision =
                new JointDecision.Transfer(
                        move(command, rule),
                        rule.mostAYear(),
                        year,
                        now.minus(Duration.ofDays(rule.coolingDays())));
        return switch (moves.decide(decision)) {
            case JointDecision.Answer.Decided(JointMove move, boolean repeated) ->
                    moves.carryOut(move) == JointMove.State.DONE
                            ? new Outcome.Sent(move.amount(), move.fee(), repeated)
                            : new Outcome.Refused(
                                    PoolRefusal.TRANSFER_BALANCE_TOO_LOW,
                                    spendable(command.from()),
                                    rule);
            case JointDecision.Answer.Refused(var code, long _, long possible) ->
                    new Outcome.Refused(code, possible, rule);
        };
    }

    public TransferRule rule() {
        return rules.read();
    }

    private Optional<PoolRefusal> mayNot(Command command, TransferRule rule) {
        if (command.from() == command.to()) {
            return Optional.of(PoolRefusal.TRANSFER_TO_SELF);
        }
        if (command.amount() < rule.least()) {
            return Optional.of(PoolRefusal.TRANSFER_TOO_SMALL);
        }
        if (members.card(command.to()).isEmpty()) {
            return Optional.of(PoolRefusal.TRANSFER_RECIPIENT_UNKNOWN);
        }
        Optional<Household> family = households.ofMember(command.from());
        if (family.filter(each -> each.frozenFor() != null).isPresent()) {
            return Optional.of(PoolRefusal.POOL_IS_FROZEN);
        }
        LocalDate today = LocalDate.now(clock);
        return !rule.familyOnly()
                        || family.filter(each -> each.joins(command.from(), command.to(), today))
                                .isPresent()
                ? Optional.empty()
                : Optional.of(PoolRefusal.TRANSFER_OUTSIDE_FAMILY);
    }

    private JointMove move(Command command, TransferRule rule) {
        return new JointMove(
                command.reference(),
                JointMove.Kind.TRANSFER,
                JointMove.sender(command.from()),
                0,
                command.from(),
                command.amount(),
                rule.fee(command.amount()),
                0,
                null,
                null,
                "transfer",
                null,
                JointMove.monthOf(LocalDate.now(clock)),
                clock.instant(),
                JointMove.State.DECIDED,
                List.of(new Part(command.to(), null, command.amount())));
    }

    private long spendable(long memberId) {
        return points.balance(memberId, Points.POINTS).spendable();
    }
}

package dev.waystation.platform.members.wallet.usecase;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.members.wallet.Note;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCommand;
import dev.waystation.platform.members.wallet.PostOutcome;
import dev.waystation.platform.members.wallet.WalletRefusal;
import dev.waystation.platform.members.wallet.facts.ClaimDecided;
import dev.waystation.platform.members.wallet.model.Claim;
import dev.waystation.platform.members.wallet.store.ClaimStore;
import dev.waystation.platform.members.wallet.store.ClaimTurns;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Accepts a claim and credits it, or rejects it with a reason the member reads. */
@Service
public class DecideClaim {

    private static final long MOST = 1_000_000;

    /** {@code points} is 0 to reject. */
    public record Command(long id, long points, String decision, String actor) {
        public Command {
            Malformed.require(points >= 0 && points <= MOST, "points", points, "give 0 to " + MOST);
            int length = decision.strip().length();
            Malformed.require(
                    length >= 4 && length <= 200,
                    "decision",
                    decision,
                    "say in 4 to 200 characters why");
        }
    }

    /** What became of it. */
    public sealed interface Outcome {
        record Decided(Claim.State state, long points) implements Outcome {}

        record DecidedAlready(Claim.State state) implements Outcome {}

        record NotPossible(WalletRefusal code) implements Outcome {}

        /** A colleague has it in hand. */
        record HeldByAnother() implements Outcome {}

        record Unknown() implements Outcome {}
    }

    private final ClaimStore claims;
    private final ClaimTurns turns;
    private final Points points;
    private final FactLog facts;
    private final Clock clock;

    DecideClaim(ClaimStore claims, ClaimTurns turns, Points points, FactLog facts, Clock clock) {
        this.claims = claims;
        this.turns = turns;
        this.points = points;
        this.facts = facts;
        this.clock = clock;
    }

    @Transactional
    public Outcome handle(Command command) {
        Claim claim = claims.find(command.id()).orElse(null);
        if (claim == null) {
            return new Outcome.Unknown();
        }
        if (claim.state() != Claim.State.OPEN) {
            return new Outcome.DecidedAlready(claim.state());
        }
        if (turns.another(claim.id(), command.actor(), clock.instant()).isPresent()) {
            return new Outcome.HeldByAnother();
        }
        boolean accepted = command.points() > 0;
        if (accepted && credit(claim, command) instanceof PostOutcome.Refused refused) {
            return new Outcome.NotPossible(refused.code());
        }
        Claim.State state = accepted ? Claim.State.ACCEPTED : Claim.State.REJECTED;
        claims.decide(
                claim.id(),
                state,
                accepted ? command.points() : null,
                command.actor(),
                clock.instant(),
                command.decision());
        facts.append(
                new ClaimDecided(
                        claim.memberId(),
                        claim.id(),
                        claim.order(),
                        command.points(),
                        command.decision(),
                        command.actor(),
                        clock.instant()));
        return new Outcome.Decided(state, command.points());
    }

    private PostOutcome credit(Claim claim, Command command) {
        return points.post(
                new PointsCommand.Credit(
                        ExpirePoints.derived("claim", claim.id()),
                        claim.memberId(),
                        Points.POINTS,
                        command.points(),
                        points.lastDay(Points.POINTS, LocalDate.now(clock)),
                        Explanation.of(
                                new Said(
                                        "补登 " + claim.tripOn() + " 行程的积分：" + command.decision(),
                                        "Missing points of the trip on %s: %s"
                                                .formatted(claim.tripOn(), command.decision()))),
                        "claim",
                        Note.by(command.actor(), claim.order())));
    }
}

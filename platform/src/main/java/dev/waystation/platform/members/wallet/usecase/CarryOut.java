package dev.waystation.platform.members.wallet.usecase;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.wallet.Note;
import dev.waystation.platform.members.wallet.Parcel;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCommand;
import dev.waystation.platform.members.wallet.PostOutcome;
import dev.waystation.platform.members.wallet.model.JointDecision;
import dev.waystation.platform.members.wallet.model.JointMove;
import dev.waystation.platform.members.wallet.store.JointStore;
import dev.waystation.platform.members.wallet.store.ParcelReads;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;

/**
 * Carries out what was decided, account by account in ascending order of owners. Every entry's
 * reference follows from the decision's, so a crash in the middle is finished by doing it again.
 */
@Service
public class CarryOut {

    static final String SOURCE = "family";
    private static final Explanation FEE =
            Explanation.of(new Said("积分转让手续费", "Fee for transferring points"));
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int AT_ONCE = 500;

    private final Points points;
    private final JointLane lane;
    private final JointStore store;
    private final ParcelReads parcels;
    private final Clock clock;

    CarryOut(Points points, JointLane lane, JointStore store, ParcelReads parcels, Clock clock) {
        this.points = points;
        this.lane = lane;
        this.store = store;
        this.parcels = parcels;
        this.clock = clock;
    }

    /** Finishes what a crash left behind. */
    public int finish() {
        List<JointMove> waiting = store.waiting(clock.instant().minus(PATIENCE), AT_ONCE);
        waiting.forEach(this::handle);
        return waiting.size();
    }

    /** How it ended; the same however often it is done. */
    JointMove.State handle(JointMove move) {
        if (move.state() != JointMove.State.DECIDED) {
            return move.state();
        }
        boolean done =
                switch (move.kind()) {
                    case DRAW -> draw(move);
                    case RETURN -> giveBack(move);
                    case TRANSFER -> transfer(move);
                };
        JointMove.State end = done ? JointMove.State.DONE : JointMove.State.UNDONE;
        lane.decide(new JointDecision.Settle(move.reference(), end));
        return end;
    }

    /** Captures every hold; one that ran out meanwhile is spent anew, or everything goes back. */
    private boolean draw(JointMove move) {
        Map<Long, Long> owners = JointMove.byOwner(move.parts());
        List<PointsCommand> captures = new ArrayList<>();
        owners.forEach((owner, amount) -> captures.add(capture(move, owner, amount)));
        List<PostOutcome> answers = points.postAll(captures);
        boolean all = true;
        int i = 0;
        for (Map.Entry<Long, Long> owner : owners.entrySet()) {
            if (answers.get(i++) instanceof PostOutcome.Refused) {
                all &= spentLate(move, owner.getKey(), owner.getValue());
            }
        }
        if (!all) {
            owners.forEach((owner, amount) -> back(move, move, owner, amount));
        }
        return all;
    }

    private boolean giveBack(JointMove move) {
        JointMove draw = store.find(Objects.requireNonNull(move.about())).orElseThrow();
        JointMove.byOwner(move.parts())
                .forEach((owner, amount) -> {
                    if (!back(move, draw, owner, amount)) {
                        throw new IllegalStateException(
                                "Return " + move.reference() + " found nothing of " + owner);
                    }
                });
        return true;
    }

    private boolean transfer(JointMove move) {
        List<PointsCommand> out = new ArrayList<>();
        out.add(
                new PointsCommand.TransferOut(
                        move.reference(),
                        move.askedBy(),
                        Points.POINTS,
                        move.amount(),
                        move.source(),
                        Note.NONE));
        if (move.fee() > 0) {
            out.add(
                    new PointsCommand.Deduct(
                            move.entry("fee", move.askedBy()),
                            move.askedBy(),
                            Points.POINTS,
                            move.fee(),
                            FEE,
                            "transfer fee",
                            Note.NONE));
        }
        if (points.post(new PointsCommand.Together(out)) instanceof PostOutcome.Refused) {
            return false;
        }
        long to = move.parts().getFirst().memberId();
        List<Parcel> sent = parcels.of(move.askedBy(), Points.POINTS, move.reference());
        PostOutcome landed =
                points.post(
                        new PointsCommand.TransferIn(
                                move.entry("in", to),
                                to,
                                Points.POINTS,
                                move.reference(),
                                sent,
                                move.source(),
                                Note.NONE));
        if (landed instanceof PostOutcome.Refused refused) {
            throw new IllegalStateException(move.reference() + " did not land: " + refused.code());
        }
        return true;
    }

    private boolean spentLate(JointMove move, long owner, long amount) {
        return points.post(
                        new PointsCommand.Spend(
                                move.entry("late", owner),
                                owner,
                                Points.POINTS,
                                amount,
                                SOURCE,
                                note(move)))
                instanceof PostOutcome.Posted;
    }

    /** From the capture, or from the late spend that stood in for it. */
    private boolean back(JointMove move, JointMove draw, long owner, long amount) {
        for (String step : List.of("capture", "late")) {
            PostOutcome answer =
                    points.post(
                            new PointsCommand.GiveBack(
                                    move.entry("back " + step, owner),
                                    owner,
                                    Points.POINTS,
                                    draw.entry(step, owner),
                                    amount,
                                    SOURCE));
            if (answer instanceof PostOutcome.Posted) {
                return true;
            }
        }
        return false;
    }

    private static PointsCommand capture(JointMove move, long owner, long amount) {
        return new PointsCommand.Capture(
                move.entry("capture", owner),
                owner,
                Points.POINTS,
                move.entry("hold " + move.attempt(), owner),
                amount,
                SOURCE);
    }

    private static Note note(JointMove move) {
        String order = move.order();
        return order == null ? Note.NONE : Note.ofOrder(order);
    }
}

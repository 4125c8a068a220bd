package dev.waystation.platform.members.wallet.usecase;

import dev.waystation.platform.members.wallet.model.JointDecision;
import dev.waystation.platform.members.wallet.model.JointMove;
import org.springframework.stereotype.Component;

/** Decide, durably, then carry out: the two halves of every movement over several accounts. */
@Component
class JointMoves {

    private final JointLane lane;
    private final CarryOut carryOut;

    JointMoves(JointLane lane, CarryOut carryOut) {
        this.lane = lane;
        this.carryOut = carryOut;
    }

    JointDecision.Answer decide(JointDecision decision) {
        return lane.decide(decision);
    }

    JointMove.State carryOut(JointMove move) {
        return carryOut.handle(move);
    }
}

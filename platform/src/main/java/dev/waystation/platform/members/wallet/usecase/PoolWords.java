package dev.waystation.platform.members.wallet.usecase;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Reason;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.membership.Household.DrawOrder;
import dev.waystation.platform.members.wallet.PooledPoints.Part;
import dev.waystation.platform.members.wallet.model.JointMove;
import java.time.LocalDate;
import java.util.Map;

/** Why a family's points came from, or went back to, whom. */
final class PoolWords {

    private PoolWords() {}

    static Explanation why(JointMove move) {
        boolean back = move.kind() == JointMove.Kind.RETURN;
        boolean byDay = move.drawOrder() != DrawOrder.PRO_RATA;
        Said sentence =
                back
                        ? new Said("退回到当时出积分的人", "Given back to those whose points they were")
                        : byDay
                                ? new Said(
                                        "先用全家最早到期的积分",
                                        "Whatever ends first in the family is used first")
                                : new Said(
                                        "按各人可用积分的比例分摊",
                                        "Everybody gives in proportion to what they can");
        return new Explanation(sentence, move.parts().stream().map(PoolWords::reason).toList());
    }

    private static Reason reason(Part part) {
        String who = PublicId.encode("mbr", part.memberId());
        LocalDate day = part.lastDay();
        String ends = day == null ? "" : day.toString();
        return new Reason(
                "POOL_PART",
                true,
                new Said(
                        "%s：%d 分，%s 到期".formatted(who, part.amount(), ends),
                        "%s: %d points ending on %s".formatted(who, part.amount(), ends)),
                Map.of("memberId", who, "amount", part.amount(), "lastDay", ends));
    }
}

package dev.waystation.platform.members.referral.usecase;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Explanations;
import dev.waystation.platform.members.referral.facts.InviteRewardMoved;
import dev.waystation.platform.members.referral.model.Reward;
import dev.waystation.platform.members.wallet.Note;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCommand;
import dev.waystation.platform.members.wallet.PostOutcome;
import dev.waystation.platform.members.wallet.WalletRefusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the wallet what became of rewards. References follow from the reward, so a fact delivered
 * twice posts nothing twice.
 */
@Service
public class PostInviteRewards {

    private static final String SOURCE = "referral";

    private final Explanations explanations;
    private final Points points;

    PostInviteRewards(Explanations explanations, Points points) {
        this.explanations = explanations;
        this.points = points;
    }

    /** In the order of the facts: a promise is kept or taken back after it was made. */
    @Transactional(readOnly = true)
    public void handle(List<InviteRewardMoved> moves) {
        for (InviteRewardMoved each : moves) {
            if (points.post(command(each)) instanceof PostOutcome.Refused refused
                    && !nothingLeft(refused)) {
                throw new IllegalStateException(
                        "Invite reward %s refused: %s".formatted(each, refused));
            }
        }
    }

    // Points that are spent cannot be taken back; the reward says so by its state.
    private static boolean nothingLeft(PostOutcome.Refused refused) {
        return refused.code() == WalletRefusal.NOTHING_TO_TAKE_BACK;
    }

    private PointsCommand command(InviteRewardMoved move) {
        return switch (Reward.State.valueOf(move.state())) {
            case HELD ->
                    new PointsCommand.Promise(
                            move.rewardId(),
                            move.memberId(),
                            Points.POINTS,
                            move.points(),
                            null,
                            why(move),
                            SOURCE,
                            new Note(null, "referral/" + move.campaignId(), null, null));
            case EARNED ->
                    new PointsCommand.Activate(
                            reference(move),
                            move.memberId(),
                            Points.POINTS,
                            move.rewardId(),
                            SOURCE);
            case CANCELLED, REVERSED ->
                    new PointsCommand.TakeBack(
                            reference(move),
                            move.memberId(),
                            Points.POINTS,
                            move.rewardId(),
                            move.points(),
                            SOURCE);
        };
    }

    private Explanation why(InviteRewardMoved move) {
        return explanations.find(move.explanationId()).orElseThrow().explanation();
    }

    private static UUID reference(InviteRewardMoved move) {
        String name = "invite reward %s %s".formatted(move.rewardId(), move.state());
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}

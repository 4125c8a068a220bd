package dev.waystation.platform.members.wallet.usecase;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.wallet.Note;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCommand;
import dev.waystation.platform.members.wallet.PostOutcome;
import dev.waystation.platform.members.wallet.StoredValue;
import dev.waystation.platform.members.wallet.model.StoredCard;
import dev.waystation.platform.members.wallet.model.TopUp;
import dev.waystation.platform.members.wallet.store.CardStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * From one owner to another, top-up by top-up, so that what was paid and what was given stays
 * known. Both cards are locked; a run that died half-way goes on with the same references.
 */
final class StoredValueMove {

    private static final Explanation WHY =
            Explanation.of(new Said("储值卡合并", "Stored value cards merged"));

    private final CardStore cards;
    private final Points points;
    private final Clock clock;

    StoredValueMove(CardStore cards, Points points, Clock clock) {
        this.cards = cards;
        this.points = points;
        this.clock = clock;
    }

    void all(StoredCard source, StoredCard target, String actor) {
        for (TopUp each : cards.topUps(source.ownerId())) {
            UUID fresh = ExpirePoints.derived("merge into " + target.id(), each.number());
            cards.handOver(each.number(), target, fresh);
            move(source, target, StoredValue.PRINCIPAL, each, each.principalLeft(), fresh, actor);
            move(
                    source,
                    target,
                    StoredValue.GIFT,
                    each,
                    each.giftLeft(),
                    MoveStoredValue.gift(fresh),
                    actor);
        }
    }

    private void move(
            StoredCard source,
            StoredCard target,
            String currency,
            TopUp topUp,
            long amount,
            UUID credit,
            String actor) {
        if (amount == 0) {
            return;
        }
        Note note = new Note("merge", null, actor, "topup:" + topUp.number());
        List<PointsCommand> both =
                List.of(
                        new PointsCommand.Deduct(
                                ExpirePoints.derived("merged from", credit),
                                source.ownerId(),
                                currency,
                                amount,
                                WHY,
                                "merge",
                                note),
                        new PointsCommand.Credit(
                                credit,
                                target.ownerId(),
                                currency,
                                amount,
                                points.lastDay(currency, LocalDate.now(clock)),
                                WHY,
                                currency.equals(StoredValue.PRINCIPAL) ? "principal" : "gift",
                                note));
        for (PointsCommand command : both) {
            if (points.post(command) instanceof PostOutcome.Refused refused) {
                throw new IllegalStateException("Stored value was not merged: " + refused);
            }
        }
    }
}

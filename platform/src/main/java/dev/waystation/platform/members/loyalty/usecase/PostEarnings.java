package dev.waystation.platform.members.loyalty.usecase;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Explanations;
import dev.waystation.platform.members.loyalty.facts.PointsEarned;
import dev.waystation.platform.members.loyalty.store.EventStore;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCredit;
import dev.waystation.platform.members.wallet.PostOutcome;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Posts what was decided. The amounts are read from what was kept and the references follow from
 * the event, so posting again after a failure posts nothing twice and never another amount.
 */
@Service
public class PostEarnings {

    private final EventStore events;
    private final Explanations explanations;
    private final Points points;
    private final Clock clock;

    PostEarnings(EventStore events, Explanations explanations, Points points, Clock clock) {
        this.events = events;
        this.explanations = explanations;
        this.points = points;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public void handle(List<PointsEarned> earned) {
        List<PointsCredit> credits = new ArrayList<>();
        for (PointsEarned each : earned) {
            Explanation why = explanations.find(each.explanationId()).orElseThrow().explanation();
            events.totals(each.memberId(), each.reference(), each.rerun())
                    .forEach((currency, amount) -> {
                        if (amount > 0) {
                            credits.add(credit(each, currency, amount, why));
                        }
                    });
        }
        for (PostOutcome outcome : points.credit(credits)) {
            switch (outcome) {
                case PostOutcome.Posted _ -> {}
                case PostOutcome.Refused refused ->
                        throw new IllegalStateException("Earned points refused: " + refused);
            }
        }
    }

    private PointsCredit credit(PointsEarned each, String currency, long amount, Explanation why) {
        return new PointsCredit(
                reference(each.memberId(), each.reference(), each.rerun(), currency),
                each.memberId(),
                currency,
                amount,
                points.lastDay(currency, LocalDate.now(clock)),
                why,
                source(each.trigger()));
    }

    /** The wallet's name for what an event earned in a currency. */
    public static UUID reference(long memberId, String event, String rerun, String currency) {
        String name = "earned %d %s %s %s".formatted(memberId, event, rerun, currency);
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static String source(String trigger) {
        return trigger.equals("trip.completed") ? "travel" : trigger;
    }
}

package dev.waystation.platform.members.loyalty.usecase;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.members.loyalty.model.MetricDay;
import dev.waystation.platform.members.loyalty.store.EventStore;
import dev.waystation.platform.members.loyalty.store.MetricStore;
import dev.waystation.platform.members.loyalty.store.ReversalStore;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCommand;
import dev.waystation.platform.members.wallet.PostOutcome;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Takes back what an event earned, because it did not happen or was undone: points as far as each
 * currency's reversal mode goes, metrics in full. Tiers stay until their review; budgets that the
 * event drew from stay drawn, so that nobody earns a cap twice.
 */
@Service
public class ReverseEarning {

    /** Which event, why and by whom. */
    public record Command(long memberId, String reference, String reason, String actor) {
        public Command {
            int length = reason.strip().length();
            Malformed.require(
                    length >= 4 && length <= 200, "reason", reason, "give 4 to 200 characters");
        }
    }

    /** What went back by currency, or why nothing did. */
    public sealed interface Outcome {

        /** {@code kept} is what the member had spent and the mode leaves. */
        record Reversed(Map<String, Long> taken, Map<String, Long> kept) implements Outcome {}

        record UnknownEvent() implements Outcome {}

        record ReversedAlready() implements Outcome {}

        record NotPostedYet() implements Outcome {}
    }

    private final EventStore events;
    private final ReversalStore reversals;
    private final MetricStore metrics;
    private final Points points;
    private final Clock clock;

    ReverseEarning(
            EventStore events,
            ReversalStore reversals,
            MetricStore metrics,
            Points points,
            Clock clock) {
        this.events = events;
        this.reversals = reversals;
        this.metrics = metrics;
        this.points = points;
        this.clock = clock;
    }

    @Transactional
    public Outcome handle(Command command) {
        EventStore.Known known = events.find(command.memberId(), command.reference()).orElse(null);
        if (known == null) {
            return new Outcome.UnknownEvent();
        }
        if (!reversals.add(
                command.memberId(),
                command.reference(),
                command.reason().strip(),
                command.actor(),
                clock.instant())) {
            return new Outcome.ReversedAlready();
        }
        List<String> runs = new ArrayList<>(List.of(""));
        runs.addAll(reversals.reruns(command.memberId(), command.reference()));
        Map<String, Long> taken = new TreeMap<>();
        Map<String, Long> kept = new TreeMap<>();
        long qualifying = 0;
        for (String run : runs) {
            Map<String, Long> totals = events.totals(command.memberId(), command.reference(), run);
            qualifying += run.isEmpty() ? totals.getOrDefault(Points.QUALIFYING, 0L) : 0;
            for (Map.Entry<String, Long> each : totals.entrySet()) {
                if (each.getValue() > 0 && !takeBack(command, run, each, taken, kept)) {
                    TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
                    return new Outcome.NotPostedYet();
                }
            }
        }
        metrics.add(MetricDay.reversed(known.event(), qualifying, clock.getZone()));
        return new Outcome.Reversed(taken, kept);
    }

    private boolean takeBack(
            Command command,
            String run,
            Map.Entry<String, Long> earned,
            Map<String, Long> taken,
            Map<String, Long> kept) {
        UUID credit =
                PostEarnings.reference(
                        command.memberId(), command.reference(), run, earned.getKey());
        PostOutcome outcome =
                points.post(
                        new PointsCommand.TakeBack(
                                UUID.nameUUIDFromBytes(
                                        ("reversed " + credit).getBytes(StandardCharsets.UTF_8)),
                                command.memberId(),
                                earned.getKey(),
                                credit,
                                earned.getValue(),
                                "reversal"));
        return switch (outcome) {
            case PostOutcome.Posted posted -> {
                taken.merge(earned.getKey(), posted.amount(), Long::sum);
                if (posted.amount() < earned.getValue()) {
                    kept.merge(earned.getKey(), earned.getValue() - posted.amount(), Long::sum);
                }
                yield true;
            }
            case PostOutcome.Refused refused ->
                    switch (refused.code()) {
                        case CREDIT_IS_UNKNOWN -> false;
                        case NOTHING_TO_TAKE_BACK, TAKE_BACK_EXCEEDS_EARN -> {
                            kept.merge(earned.getKey(), earned.getValue(), Long::sum);
                            yield true;
                        }
                        default -> throw new IllegalStateException("Not reversed: " + refused);
                    };
        };
    }
}
